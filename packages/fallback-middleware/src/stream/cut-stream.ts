/** What a stream that simply stops is worth, shown or not. */
export const cutStream = {
  class: 'truncated',
  message: 'The stream ended without a finish part: it was cut',
} as const;
