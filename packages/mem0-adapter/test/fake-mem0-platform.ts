interface StoredMemory {
  readonly id: string;
  memory: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly history: {
    event: string;
    old_memory?: string;
    new_memory: string;
    created_at: string;
  }[];
}

export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly authorization: string | null;
}

interface RequestBody {
  readonly messages: readonly { readonly role: string; readonly content: string }[];
  readonly metadata: unknown;
  readonly user_id?: string;
  readonly agent_id?: string;
  readonly run_id?: string;
  readonly query: string;
  readonly filters: { readonly AND: readonly object[] };
  readonly top_k: number;
  readonly text: string;
}

export interface FakeMem0Platform {
  readonly fetch: typeof globalThis.fetch;
  readonly requests: readonly SeenRequest[];
}

/** As much of Mem0's platform as the backend speaks to; stores what users say, as it is and at once. */
export function fakeMem0Platform(): FakeMem0Platform {
  const memories = new Map<string, StoredMemory>();
  const requests: SeenRequest[] = [];
  let tick = 0;
  const at = (): string => new Date(Date.UTC(2026, 0, 1) + (tick += 1000)).toISOString();

  const matches = ({ fields }: StoredMemory, wanted: object): boolean =>
    Object.entries(wanted).every(([name, value]) => fields[name] === value);
  const select = (filters: RequestBody['filters']): StoredMemory[] =>
    [...memories.values()].filter((memory) => filters.AND.every((each) => matches(memory, each)));
  const wire = ({ id, memory, fields }: StoredMemory) => ({ id, memory, ...fields });

  const routes: Record<string, (url: URL, body: RequestBody, id: string) => Response> = {
    'POST /v3/memories/add/': (_url, { messages, metadata, user_id, agent_id, run_id }) => {
      for (const { role, content } of messages) {
        if (role !== 'user') continue;
        const id = crypto.randomUUID();
        const history = [{ event: 'ADD', new_memory: content, created_at: at() }];
        const fields = { user_id, agent_id, run_id, metadata, created_at: at() };
        memories.set(id, { id, memory: content, fields, history });
      }
      return Response.json({ message: 'queued', status: 'PENDING', event_id: 'e1' });
    },
    'POST /v3/memories/search/': (_url, { query, filters, top_k }) => {
      const words = query.toLowerCase().match(/\p{Script=Han}|[\p{L}\p{N}]+/gu) ?? [];
      const results = select(filters)
        .map((each) => ({
          ...wire(each),
          score:
            words.filter((word) => each.memory.toLowerCase().includes(word)).length / words.length,
        }))
        .filter(({ score }) => score > 0)
        .toSorted((one, other) => other.score - one.score);
      return Response.json({ results: results.slice(0, top_k) });
    },
    'POST /v3/memories/': (url, { filters }) => {
      const size = Number(url.searchParams.get('page_size'));
      const start = (Number(url.searchParams.get('page')) - 1) * size;
      const found = select(filters);
      return Response.json({
        count: found.length,
        results: found.slice(start, start + size).map(wire),
      });
    },
    'GET /v1/memories/:id/': (_url, _body, id) => {
      const found = memories.get(id);
      return found ? Response.json(wire(found)) : new Response('{}', { status: 404 });
    },
    'PUT /v1/memories/:id/': (_url, { text }, id) => {
      const found = memories.get(id);
      if (!found) return new Response('{}', { status: 404 });
      found.history.push({
        event: 'UPDATE',
        old_memory: found.memory,
        new_memory: text,
        created_at: at(),
      });
      found.memory = text;
      return Response.json(wire(found));
    },
    'DELETE /v1/memories/:id/': (_url, _body, id) =>
      new Response(null, { status: memories.delete(id) ? 204 : 404 }),
    'DELETE /v1/memories/': (url) => {
      const wanted = Object.fromEntries(url.searchParams);
      for (const memory of memories.values())
        if (matches(memory, wanted)) memories.delete(memory.id);
      return Response.json({ message: 'deleted' });
    },
    'GET /v1/memories/:id/history/': (_url, _body, id) =>
      Response.json(memories.get(id)?.history ?? []),
  };

  const fetch: typeof globalThis.fetch = async (input, init) => {
    init?.signal?.throwIfAborted();
    const request = new Request(input, init);
    const url = new URL(request.url);
    const text = await request.text();
    // What our own backend sends.
    const body: RequestBody = text === '' ? undefined : JSON.parse(text);
    const path = url.pathname + url.search;
    const authorization = request.headers.get('authorization');
    requests.push({ method: request.method, path, body, authorization });
    const id = /^\/v1\/memories\/([^/]+)\//.exec(url.pathname)?.[1];
    const route = id === undefined ? url.pathname : url.pathname.replace(id, ':id');
    const answer = routes[`${request.method} ${route}`];
    return answer?.(url, body, decodeURIComponent(id ?? '')) ?? new Response('{}', { status: 405 });
  };
  return { fetch, requests };
}
