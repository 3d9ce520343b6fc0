import type { TextReading } from '../text/text-reading.ts';
import { type Cue, cueCount, cuePlace } from './cue.ts';
import type { Task } from './task.ts';

export interface TaskEvidence {
  readonly reading: TextReading;
  readonly modalities: readonly string[];
  readonly inputTokens: number;
  readonly agentStep: boolean;
  readonly hasTools: boolean;
  readonly hasSchema: boolean;
  /** The system text speaks of extraction. */
  readonly systemExtracts: boolean;
}

/** Beyond this many prompt tokens the work is mainly reading: above the smallest common window, 32k. */
const LONG_CONTEXT_TOKENS = 32_000;

/** Tasks known by words, in the order in which a tie is decided. */
const TASK_BY_CUE: readonly (readonly [place: number, Task])[] = (
  [
    ['translate', 'translate'],
    ['summarise', 'summarise'],
    ['extract', 'extraction'],
    ['code', 'code'],
    ['maths', 'maths'],
    ['science', 'reasoning'],
    ['write', 'write'],
    ['reasoning', 'reasoning'],
    ['factual', 'factual'],
  ] satisfies [Cue, Task][]
).map(([cue, task]) => [cuePlace(cue), task]);

const FACTUAL = cuePlace('factual');

/** Decides the kind of work: what the call carries outweighs what its words hint at. */
export function detectTask(evidence: TaskEvidence): Task {
  if (evidence.modalities.includes('image') || evidence.modalities.includes('video'))
    return 'vision';
  if (evidence.inputTokens > LONG_CONTEXT_TOKENS) return 'long-context';
  if (evidence.agentStep || evidence.hasTools) return 'agent-step';
  if (evidence.hasSchema && isExtraction(evidence)) return 'extraction';
  return taskByWords(evidence.reading);
}

function isExtraction({ reading, systemExtracts }: TaskEvidence): boolean {
  return systemExtracts || cueCount(reading.cues, 'extract') > 0;
}

/** This many formula marks are mathematics even without a word of it. */
const FORMULA_MARKS = 4;

function taskByWords(reading: TextReading): Task {
  if (reading.fences > 0) return 'code';
  let best: Task = reading.formulaMarks >= FORMULA_MARKS ? 'maths' : 'chat';
  let bestCount = best === 'maths' ? 1 : 0;
  for (const [place, task] of TASK_BY_CUE) {
    const begins = place === FACTUAL && reading.beginsFactual ? 0.5 : 0;
    const count = reading.cues[place]! + begins;
    if (count > bestCount) {
      best = task;
      bestCount = count;
    }
  }
  return best === 'chat' && isDemanding(reading) ? 'reasoning' : best;
}

function isDemanding({ cues }: TextReading): boolean {
  return cueCount(cues, 'deep') > 0 || cueCount(cues, 'design') > 0;
}
