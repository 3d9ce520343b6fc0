import type { Cue } from './cue.ts';
import type { CueCounts } from './count-cues.ts';
import type { Task } from './task.ts';

export interface TaskEvidence {
  readonly cues: CueCounts;
  readonly systemCues: CueCounts;
  readonly modalities: ReadonlySet<string>;
  readonly inputTokens: number;
  readonly agentStep: boolean;
  readonly hasTools: boolean;
  readonly hasSchema: boolean;
  readonly hasCodeFence: boolean;
}

/** Beyond this many prompt tokens the work is mainly reading: above the smallest common window, 32k. */
const LONG_CONTEXT_TOKENS = 32_000;

/** Tasks told by words, in the order in which a tie is decided. */
const TASK_BY_CUE: readonly (readonly [Cue, Task])[] = [
  ['translate', 'translate'],
  ['summarise', 'summarise'],
  ['extract', 'extraction'],
  ['code', 'code'],
  ['maths', 'maths'],
  ['write', 'write'],
  ['reasoning', 'reasoning'],
  ['factual', 'factual'],
];

/** Decides the kind of work: what the call carries outweighs what its words hint at. */
export function detectTask(evidence: TaskEvidence): Task {
  if (evidence.modalities.has('image') || evidence.modalities.has('video')) return 'vision';
  if (evidence.inputTokens > LONG_CONTEXT_TOKENS) return 'long-context';
  if (evidence.agentStep || evidence.hasTools) return 'agent-step';
  if (evidence.hasSchema && isExtraction(evidence)) return 'extraction';
  return taskByWords(evidence);
}

function isExtraction({ cues, systemCues }: TaskEvidence): boolean {
  return cues.has('extract') || systemCues.has('extract');
}

function taskByWords({ cues, hasCodeFence }: TaskEvidence): Task {
  if (hasCodeFence) return 'code';
  let best: Task = 'chat';
  let bestCount = 0;
  for (const [cue, task] of TASK_BY_CUE) {
    const count = cues.get(cue) ?? 0;
    if (count > bestCount) {
      best = task;
      bestCount = count;
    }
  }
  return best === 'chat' && (cues.has('deep') || cues.has('design')) ? 'reasoning' : best;
}
