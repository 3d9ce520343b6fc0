/** The kinds of work that models differ in. */
export type Task =
  | 'agent-step'
  | 'chat'
  | 'code'
  | 'extraction'
  | 'factual'
  | 'long-context'
  | 'maths'
  | 'reasoning'
  | 'summarise'
  | 'translate'
  | 'vision'
  | 'write';
