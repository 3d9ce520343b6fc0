import type { Lexicon } from './cue.ts';

/** English cue words, lower case, separated by spaces; matched as whole words. */
export const ENGLISH: Lexicon = {
  code: 'api async bug class code codebase compile compiler css debug docker exception function git html implement implementation javascript json kubernetes lambda method mutex parser python react reducer refactor regex repository rust script sql stacktrace typescript unittest variable',
  constraint: 'at-least constraint exactly except least most must never only unless without',
  deep: 'architecture asymptotic bottleneck complexity concurrency consensus consistency deadlock derive distributed formally idempotent invariant linearizable lock-free optimal optimise optimize prove proof race rigorous scalability theorem tradeoff tradeoffs trade-offs transactional',
  design: 'architect design migrate migration plan roadmap specification strategy',
  extract: 'classify convert extract fields label list memories memory parse pull tag',
  factual: 'capital when where which who whose',
  greeting: 'bye hello hey hi morning thanks thank welcome',
  maths:
    'algebra angle average calculate compute derivative divide divisible equation fraction geometry integer integral kilometres matrix modulo multiply percent percentage perimeter polynomial prime probability product quotient radius ratio remainder solve speed sqrt sum triangle',
  reasoning:
    'analyse analyze because compare consequences deduce diagnose evaluate explain figure hypothesis imply infer investigate justify logic puzzle reason why',
  'short-answer': 'briefly concise one-word oneline short single tl;dr yes/no',
  step: 'each first finally next second step steps then third twice',
  summarise: 'abstract gist key-points overview summarise summarize summary takeaways',
  translate: 'localise localize translate translation',
  write:
    'article blog caption compose draft email essay haiku letter poem post rewrite rephrase slogan story tweet write',
};
