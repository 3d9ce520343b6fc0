/** A catalogue of a few models, and endpoints whose prices and policies differ. */
export const CATALOG: object = {
  data: [
    {
      id: 'acme/open',
      name: 'Acme: Open',
      context_length: 1000,
      pricing: { prompt: '0.000001', completion: '0.000002' },
      supported_parameters: ['tools', 'max_tokens', 'structured_outputs'],
    },
    {
      id: 'acme/open:free',
      name: 'Acme: Open (free)',
      context_length: 1000,
      pricing: { prompt: '0', completion: '0' },
      supported_parameters: ['tools', 'max_tokens', 'structured_outputs'],
    },
    {
      id: 'acme/plain',
      name: 'Acme: Plain',
      context_length: 1000,
      pricing: { prompt: '0.000003', completion: '0.000004' },
      top_provider: { is_moderated: true },
    },
    {
      id: 'acme/eyes',
      name: 'Acme: Eyes',
      context_length: 8000,
      architecture: { input_modalities: ['text', 'image'] },
      pricing: { prompt: '0.00001', completion: '0.00002' },
      supported_parameters: ['tools'],
    },
    {
      id: '~acme/open-latest',
      name: 'Acme: Open Latest',
      pricing: { prompt: '0', completion: '0' },
      alias_target: { slug: 'acme/open', name: 'Acme: Open' },
    },
  ],
};

const percentiles = (p50: number): object => ({ p50, p75: p50, p90: p50, p99: p50 });

export const ENDPOINTS: object = {
  data: [
    {
      model_id: 'acme/open',
      provider_name: 'Alpha',
      tag: 'alpha',
      quantization: 'fp8',
      pricing: { prompt: '0.000001', completion: '0.000002' },
      supported_parameters: ['max_tokens'],
      latency_last_30m: percentiles(900),
      throughput_last_30m: percentiles(20),
      uptime_last_1d: 90,
    },
    {
      model_id: 'acme/open',
      provider_name: 'Beta',
      tag: 'beta/eu',
      quantization: 'bf16',
      pricing: { prompt: '0.000004', completion: '0.000008' },
      supported_parameters: ['max_tokens', 'tools', 'top_k'],
      latency_last_30m: percentiles(100),
      throughput_last_30m: percentiles(50),
      uptime_last_1d: 99,
    },
    {
      model_id: 'acme/open',
      provider_name: 'Gamma',
      tag: 'gamma',
      quantization: 'fp4',
      context_length: 40,
      pricing: { prompt: '0.000002', completion: '0.000004' },
      latency_last_30m: percentiles(500),
      throughput_last_30m: percentiles(200),
      uptime_last_1d: 95,
    },
    {
      model_id: 'acme/open',
      provider_name: 'Gamma',
      tag: 'gamma/priority',
      quantization: 'fp4',
      pricing: { prompt: '0.000009', completion: '0.000009' },
      latency_last_30m: percentiles(50),
      throughput_last_30m: percentiles(400),
      uptime_last_1d: 95,
    },
  ],
};

export const PROVIDERS = [
  { name: 'Alpha', slug: 'alpha', trains: true, retains: true, headquarters: 'US' },
  { name: 'Beta', slug: 'beta', trains: false, retains: false },
  { name: 'Gamma', slug: 'gamma', trains: false, retains: true },
] as const;
