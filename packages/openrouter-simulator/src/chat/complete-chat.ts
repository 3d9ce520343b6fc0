import type { Fault } from '../faults/fault.ts';
import { spoilDocument } from '../faults/spoil-document.ts';
import { spoilEvents } from '../faults/spoil-events.ts';
import type { Call } from '../http/call.ts';
import type { Frame } from '../http/frame.ts';
import { playFrames } from '../http/play-frames.ts';
import { readJson } from '../http/read-json.ts';
import { SIMULATOR_HEADERS } from '../http/respond.ts';
import { untilAborted } from '../time/until-aborted.ts';
import type { ChatRequest } from './chat-request.ts';
import { drawLatency, paceEvents } from './latency.ts';
import { readChatRequest } from './read-chat-request.ts';
import { serveChat } from './serve-chat.ts';
import type { Served } from './served.ts';
import { settleChat } from './settle-chat.ts';
import { chatDocument, chatEvents } from './wire-chat.ts';

function streamFrames(call: Call, served: Served, request: ChatRequest): readonly Frame[] {
  const { speed, random } = call.simulation;
  const events: Frame[] = [...chatEvents(served, !request.reasoning.exclude), { type: 'done' }];
  const spoiled = served.fault === undefined ? events : spoilEvents(events, served.fault);
  return paceEvents(spoiled, drawLatency(served.endpoint, speed, random));
}

function documentFrames(served: Served, request: ChatRequest): readonly Frame[] {
  const data = chatDocument(served, !request.reasoning.exclude);
  return served.fault === undefined
    ? [{ type: 'document', data }]
    : spoilDocument(data, served.fault);
}

/** A JSON answer waits for its last token; a stream's waits are among its frames. */
function latencyBeforeHeadersMs(call: Call, served: Served, request: ChatRequest): number {
  if (request.stream) return 0;
  const { speed, random } = call.simulation;
  const latency = drawLatency(served.endpoint, speed, random);
  return latency.firstTokenMs + latency.msPerToken * served.usage.completionTokens;
}

async function waitBeforeHeaders(
  call: Call,
  fault: Fault | undefined,
  latencyMs: number,
): Promise<void> {
  const { signal } = call.request;
  if (fault?.type === 'hang') await untilAborted(signal, call.request);
  const waitMs = latencyMs + (fault?.type === 'slow-headers' ? fault.ms : 0);
  if (waitMs > 0) await call.simulation.sleep(waitMs, signal);
}

function note(call: Call, served: Served): void {
  call.record.update({
    status: 200,
    modelServed: served.model.id,
    provider: served.endpoint.provider_name,
    generationId: served.generationId,
  });
}

function respond(call: Call, served: Served, request: ChatRequest): Response {
  const body = playFrames({
    frames: request.stream ? streamFrames(call, served, request) : documentFrames(served, request),
    sleep: call.simulation.sleep,
    request: call.request,
    splitBytes: call.simulation.splitBytes,
    lineEnding: call.simulation.lineEnding,
    onEnd: (ending, sent) => settleChat(call, served, ending, sent),
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

/** `POST /chat/completions`. */
export async function completeChat(call: Call): Promise<Response> {
  const key = call.key();
  call.record.update({ keyLabel: key.label });
  const request = readChatRequest(await readJson(call.request));
  const [modelAsked = ''] = request.models;
  call.record.update({ stream: request.stream, modelsAsked: request.models, modelAsked });
  const served = serveChat(call, request);
  try {
    await waitBeforeHeaders(call, served.fault, latencyBeforeHeadersMs(call, served, request));
  } catch (error) {
    // The caller left before anything was sent: only the prompt is paid.
    settleChat(call, served, 'cancelled', []);
    throw error;
  }
  note(call, served);
  return respond(call, served, request);
}
