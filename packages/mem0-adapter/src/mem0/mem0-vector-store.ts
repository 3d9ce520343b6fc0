/** What Mem0 keeps beside a vector: the text as `data`, scope ids, dates and metadata. */
export type Mem0Payload = Record<string, unknown>;

/** Conditions on payload fields; `$or` and `$not` hold lists of further filters. */
export type Mem0Filters = Record<string, unknown>;

/** A vector that was found: its id, what is kept with it, and how near it is. */
export interface Mem0VectorResult {
  id: string;
  payload: Mem0Payload;
  /** Cosine similarity to the query; only on results of a search. */
  score?: number;
}

/** Mem0's vector store port, in the shape that `mem0ai/oss` 3 calls. */
export interface Mem0VectorStore {
  initialize(): Promise<void>;
  insert(vectors: number[][], ids: string[], payloads: Mem0Payload[]): Promise<void>;
  search(query: number[], topK?: number, filters?: Mem0Filters): Promise<Mem0VectorResult[]>;
  get(id: string): Promise<Mem0VectorResult | null>;
  update(id: string, vector: number[], payload: Mem0Payload): Promise<void>;
  delete(id: string): Promise<void>;
  /** Removes everything; the store stays usable. */
  deleteCol(): Promise<void>;
  /** At most `topK` entries, and how many match in all. */
  list(filters?: Mem0Filters, topK?: number): Promise<[Mem0VectorResult[], number]>;
  getUserId(): Promise<string>;
  setUserId(userId: string): Promise<void>;
}
