const FENCES: readonly (readonly [RegExp, string, (topic: string) => string])[] = [
  [
    /\bpython\b|\.py\b|pytest|django|pandas/i,
    'python',
    (t) => `def simulated():\n    """${t}"""\n    return None`,
  ],
  [/\bsql\b|\bselect\b.+\bfrom\b/i, 'sql', (t) => `-- ${t}\nSELECT 1;`],
  [/\brust\b|cargo/i, 'rust', (t) => `// ${t}\nfn simulated() {}`],
  [
    /\bgo(?:lang)?\b(?=.*\b(?:func|code|function|program|goroutine))/i,
    'go',
    (t) => `// ${t}\nfunc simulated() {}`,
  ],
  [/\bbash\b|\bshell\b/i, 'sh', (t) => `# ${t}\ntrue`],
  [/\bjava\b/i, 'java', (t) => `// ${t}\nclass Simulated {}`],
];

const CODE_CUES =
  /```|\bcode\b|\bfunction\b|\brefactor|\breducer\b|\bdebug|\bunit tests?\b|\btypescript\b|\bjavascript\b|\bpython\b|\brust\b|\bsql\b|\bregex|\bscript\b|\bimplement|\bcompile|\bstack trace\b|程式|代码|代碼|函式|函数|函數|重構|重构|除錯|调试|編程|编程|脚本|腳本/i;

/** Whether the user seems to ask for code, in English or Chinese. */
export function asksForCode(text: string): boolean {
  return CODE_CUES.test(text);
}

/** A fenced block in the language the prompt names, TypeScript otherwise. It compiles and does nothing. */
export function codeBlock(prompt: string, topic: string): string {
  const found = FENCES.find(([cue]) => cue.test(prompt));
  const comment = topic.replace(/["\\`]|\*\//g, ' ');
  const [language, body] =
    found === undefined
      ? ['ts', `// ${comment}\nexport function simulated(): undefined {\n  return undefined;\n}`]
      : [found[1], found[2](comment)];
  return `\`\`\`${language}\n${body}\n\`\`\``;
}
