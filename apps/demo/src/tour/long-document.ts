const TOPICS = [
  'billing',
  'search',
  'login',
  'exports',
  'mobile app',
  'notifications',
  'imports',
  'reports',
];
const FINDINGS = [
  'customers waited longer than agreed',
  'the fix of last week held',
  'two teams changed the same setting',
  'nobody owned the alert',
  'the numbers matched the forecast',
];

/** Minutes of made-up weekly meetings: long enough (about 40,000 tokens) to need a large window. */
export function longDocument(meetings = 900): string {
  return Array.from({ length: meetings }, (_, week) => {
    const topic = TOPICS[week % TOPICS.length];
    const finding = FINDINGS[(week * 3) % FINDINGS.length];
    return `Meeting ${week + 1}. Topic: ${topic}. We found that ${finding}; ${(week * 7) % 23} tickets remain open and the next review of ${topic} is in ${(week % 4) + 1} weeks.`;
  }).join('\n');
}
