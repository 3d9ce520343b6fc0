import type { Lexicon } from './cue.ts';

/** English cue words, lower case; matched as whole words, with or without a plural "s". */
export const ENGLISH: Lexicon = {
  agent: 'click browser terminal tool_call repo commit deploy navigate screenshot',
  code: 'api async bash bug class code codebase compile compiler component css debug docker endpoint exception function git golang html implement implementation java javascript json kubernetes lambda linter method middleware mutex npm parser php pytest python react reducer refactor regex repository rust script sql stacktrace typescript unittest unit_test variable webpack yaml',
  constraint:
    'at_least at_most constraint exactly except least must only unless within given_that such_that no_more',
  deep: 'architecture asymptotic bottleneck complexity concurrency concurrent consensus consistency deadlock derive distributed formally idempotent invariant linearizable lock_free optimal optimise optimize proof prove race_condition rigorous rigorously scalability theorem thread_safe tradeoff trade_off transactional',
  design: 'architect design migrate migration plan roadmap specification strategy schema',
  extract:
    'categorise categorize classify convert extract field find_all label list memories memory parse pull_out reformat tag',
  factual:
    'capital when where which who whom whose what_is what_are what_was what_year define definition name_the',
  'function-word':
    'a an and are at be by can do for from has have he how i if in is it me my of on or that the their there this to was what with you your',
  greeting: 'bye hello hey hi morning thanks thank_you welcome how_are',
  law: 'attorney clause constitution contract court defendant jurisdiction lawsuit legal liability plaintiff statute tort',
  'long-answer':
    'comprehensive detail detailed essay exhaustive in_depth report thorough thoroughly whitepaper',
  maths:
    'algebra angle arithmetic average calculate combinatorics compute cosine derivative determinant digit divide divided divisible equation evaluate_the factorial fraction geometry gradient hypotenuse inequality integer integral logarithm matrix mean modulo multiple multiply percent percentage perimeter permutation polynomial prime probability product quotient radius ratio remainder root sequence simplify sine solve sqrt sum tangent total triangle vector how_many how_much',
  negation: 'cannot never no none nor not without neither don doesn isn',
  rate: 'as_many as_much double each every fewer half hour less_than more_than per quarter rest third times triple twice week',
  reasoning:
    'analyse analyze because clue compare consequence deduce diagnose evaluate explain figure_out hypothesis imply infer investigate justify logic logical puzzle reason_about root_cause why',
  science:
    'acceleration acid atom chemical circuit compound electron energy enzyme equilibrium force gene kinetic mass molecule momentum orbital oxidation particle photon protein quantum reaction spectrum temperature velocity voltage wavelength',
  'short-answer':
    'briefly concise one_sentence one_word oneline short single_word tl;dr yes_or true_or just_the',
  step: 'finally first next second step then afterwards before after',
  summarise:
    'abstract gist key_point key_points main_points overview summarise summarize summary takeaway condense recap',
  translate: 'localise localize translate translation translated into_english into_chinese',
  write:
    'article blog caption compose draft email essay haiku letter limerick lyrics paragraph poem post proofread rewrite rephrase slogan story tweet write',
};
