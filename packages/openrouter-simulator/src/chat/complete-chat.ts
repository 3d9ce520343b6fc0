import { isBilled, isFailure } from '../faults/bill.ts';
import type { Fault } from '../faults/fault.ts';
import { spoilDocument } from '../faults/spoil-document.ts';
import { spoilEvents } from '../faults/spoil-events.ts';
import type { Call } from '../http/call.ts';
import type { Frame } from '../http/frame.ts';
import { playFrames, type Ending } from '../http/play-frames.ts';
import { readJson } from '../http/read-json.ts';
import { SIMULATOR_HEADERS } from '../http/respond.ts';
import { chargeOf } from '../money/charge.ts';
import { formatAmount } from '../money/decimal.ts';
import type { ChatRequest } from './chat-request.ts';
import { drawLatency, paceEvents } from './latency.ts';
import { readChatRequest } from './read-chat-request.ts';
import { serveChat } from './serve-chat.ts';
import type { Served } from './served.ts';
import { chatDocument, chatEvents } from './wire-chat.ts';

function streamFrames(served: Served, request: ChatRequest): readonly Frame[] {
  const events: readonly Frame[] = [
    ...chatEvents(served, !request.reasoning.exclude),
    { type: 'done' },
  ];
  return served.fault === undefined ? events : spoilEvents(events, served.fault);
}

function documentFrames(served: Served, request: ChatRequest): readonly Frame[] {
  const data = chatDocument(served, !request.reasoning.exclude);
  return served.fault === undefined
    ? [{ type: 'document', data }]
    : spoilDocument(data, served.fault);
}

const tokensIn = (frames: readonly Frame[]): number =>
  frames.reduce((sum, frame) => sum + (frame.type === 'event' ? frame.tokens : 0), 0);

/** A caller who leaves pays for the prompt and for what was sent by then. */
function usageAtEnd(served: Served, ending: Ending, sent: readonly Frame[]): Served['usage'] {
  if (ending !== 'cancelled' || sent.at(-1)?.type === 'done') return served.usage;
  return {
    ...served.usage,
    completionTokens: Math.min(tokensIn(sent), served.usage.completionTokens),
  };
}

/** Charges the key and closes the record. */
function settle(call: Call, served: Served, ending: Ending, sent: readonly Frame[]): void {
  const { simulation } = call;
  const usage = usageAtEnd(served, ending, sent);
  const charge = chargeOf(served.endpoint.pricing, usage, call.record.read().atMs).total;
  const billed = isBilled(served.fault) ? charge : 0n;
  simulation.accounts.charge(call.key(), billed);
  const isCancelled = ending === 'cancelled' && sent.at(-1)?.type !== 'done';
  const failed = ending === 'reset' || isFailure(served.fault);
  call.record.update({
    usage,
    costUsd: formatAmount(billed),
    outcome: isCancelled ? 'cancelled' : failed ? 'failed' : 'served',
  });
}

function wholeLatencyMs(call: Call, served: Served): number {
  const { simulation } = call;
  if (simulation.speed === Infinity) return 0;
  const latency = drawLatency(served.endpoint, simulation.speed, simulation.random);
  return latency.firstTokenMs + latency.msPerToken * served.usage.completionTokens;
}

function pacedStream(call: Call, served: Served, frames: readonly Frame[]): readonly Frame[] {
  const { speed, random } = call.simulation;
  const latency =
    speed === Infinity
      ? { firstTokenMs: 0, msPerToken: 0 }
      : drawLatency(served.endpoint, speed, random);
  return paceEvents(frames, latency);
}

/** Never answers; ends when the caller gives up. */
function hang(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const give = (): void => reject(signal.reason);
    if (signal.aborted) give();
    signal.addEventListener('abort', give, { once: true });
  });
}

async function beforeHeaders(
  call: Call,
  fault: Fault | undefined,
  latencyMs: number,
): Promise<void> {
  const { signal } = call.request;
  try {
    if (fault?.type === 'hang') await hang(signal);
    const extraMs = fault?.type === 'slow-headers' ? fault.ms : 0;
    if (latencyMs + extraMs > 0) await call.simulation.sleep(latencyMs + extraMs, signal);
  } catch (error) {
    call.record.update({ outcome: 'cancelled' });
    throw error;
  }
}

/** `POST /chat/completions`. */
export async function completeChat(call: Call): Promise<Response> {
  const { simulation, record, request: http } = call;
  const key = call.key();
  const request = readChatRequest(await readJson(http));
  record.update({
    stream: request.stream,
    modelsAsked: request.models,
    ...(request.models[0] !== undefined && { modelAsked: request.models[0] }),
  });
  const served = serveChat(call, request);
  await beforeHeaders(call, served.fault, request.stream ? 0 : wholeLatencyMs(call, served));
  record.update({
    keyLabel: key.label,
    status: 200,
    modelServed: served.model.id,
    provider: served.endpoint.provider_name,
    generationId: served.generationId,
  });
  const frames = request.stream
    ? pacedStream(call, served, streamFrames(served, request))
    : documentFrames(served, request);
  const body = playFrames({
    frames,
    sleep: simulation.sleep,
    signal: http.signal,
    splitBytes: simulation.splitBytes,
    onEnd: (ending, sent) => settle(call, served, ending, sent),
  });
  return new Response(body, {
    headers: {
      'content-type': request.stream ? 'text/event-stream' : 'application/json',
      'x-generation-id': served.generationId,
      'x-provider-name': served.endpoint.provider_name,
      ...SIMULATOR_HEADERS,
    },
  });
}
