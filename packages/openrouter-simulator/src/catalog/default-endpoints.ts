import { hashText } from '../time/hash-text.ts';
import type { Endpoint, Percentiles } from './endpoint.ts';
import type { Model } from './model.ts';

interface Host {
  readonly name: string;
  readonly tag: string;
  readonly quantization: string | null;
}

/** A model whose weights are public has other hosts; a catalogue does not name them, so these names say what they are. */
const SIMULATED_HOSTS: readonly Host[] = [
  { name: 'Simulated North', tag: 'simulated-north/fp8', quantization: 'fp8' },
  { name: 'Simulated South', tag: 'simulated-south/bf16', quantization: 'bf16' },
];

function authorOf(model: Model): Host {
  const [author = model.id] = model.id.replace(/^~/, '').split('/');
  const name = model.name.includes(': ') ? (model.name.split(': ')[0] ?? author) : author;
  return { name, tag: author, quantization: null };
}

function hostsOf(model: Model): Host[] {
  const own = authorOf(model);
  return model.hugging_face_id ? [own, ...SIMULATED_HOSTS] : [own];
}

/** Plausible, not measured: spread by name, so that sorting by latency or throughput has something to sort. */
function percentiles(seedText: string, low: number, high: number): Percentiles {
  const p50 = low + (hashText(seedText) % (high - low));
  return { p50, p75: p50 * 1.25, p90: p50 * 1.75, p99: p50 * 3 };
}

function endpointOf(model: Model, host: Host): Endpoint {
  const context = model.top_provider.context_length ?? model.context_length ?? 0;
  return {
    name: `${host.name} | ${model.canonical_slug}`,
    model_id: model.id,
    model_name: model.name,
    provider_name: host.name,
    tag: host.tag,
    quantization: host.quantization ?? 'unknown',
    context_length: context,
    max_prompt_tokens: null,
    max_completion_tokens: model.top_provider.max_completion_tokens,
    pricing: { ...model.pricing, discount: 0 },
    status: 0,
    supported_parameters: model.supported_parameters,
    supports_implicit_caching: model.pricing.input_cache_read !== undefined,
    supports_voice_cloning: false,
    supports_tool_choice: { auto: true, none: true, required: true, function: true },
    uptime_last_5m: 100,
    uptime_last_30m: 99.9,
    uptime_last_1d: 99.8,
    latency_last_30m: percentiles(`latency ${host.tag} ${model.id}`, 250, 900),
    throughput_last_30m: percentiles(`throughput ${host.tag} ${model.id}`, 40, 140),
  };
}

/** The first of them, of the model's own author. */
export function defaultEndpoint(model: Model): Endpoint {
  return endpointOf(model, authorOf(model));
}

/** The endpoints of a model about which only its catalogue row is known. All charge the listed price: no other is known. */
export function defaultEndpoints(model: Model): Endpoint[] {
  return hostsOf(model).map((host) => endpointOf(model, host));
}
