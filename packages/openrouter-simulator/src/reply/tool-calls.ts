import type { ChatRequest, ToolDefinition } from '../chat/chat-request.ts';
import { WireError } from '../http/wire-error.ts';
import { excerpt, freshToolResults, lastUserText } from './conversation.ts';
import type { ReplyToolCall } from './reply.ts';
import { instanceOf } from './schema/instance-of.ts';

/** Words that say nothing about what a tool is for. */
const STOP_WORDS = new Set(
  'a an and are at be by can do for from get give has have how i in is it me my of on or please tell that the this to what when where which who will with you your'.split(
    ' ',
  ),
);
/** Chinese cues for what tools are usually named in English. */
const GLOSSES: readonly (readonly [RegExp, string])[] = [
  [/天氣|天气|氣溫|气温/, 'weather temperature forecast'],
  [/搜[尋索]|查[詢询找]/, 'search lookup find query'],
  [/時間|时间|日期|今天/, 'time date clock now'],
  [/計算|计算|加|乘/, 'calculate calculator math add multiply'],
  [/股[價价票]|匯率|汇率|價格|价格/, 'price stock exchange rate'],
  [/翻譯|翻译/, 'translate'],
  [/郵件|邮件/, 'email mail send'],
];
const ASKS_FOR_TOOL = /\btools?\b|\bfunction call|工具/i;

function wordsOf(text: string): Set<string> {
  const glossed = GLOSSES.filter(([cue]) => cue.test(text)).map(([, words]) => words);
  const words = [text.replace(/([a-z])([A-Z])/g, '$1 $2'), ...glossed]
    .join(' ')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
  return new Set(words.filter((word) => word.length > 1 && !STOP_WORDS.has(word)));
}

/** How many words of the prompt the tool's name and description share. */
function overlap(tool: ToolDefinition, prompt: ReadonlySet<string>): number {
  const own = wordsOf(`${tool.name} ${tool.description}`);
  return [...own].filter((word) => prompt.has(word) || prompt.has(`${word}s`)).length;
}

function ranked(
  tools: readonly ToolDefinition[],
  text: string,
): { tool: ToolDefinition; score: number }[] {
  const prompt = wordsOf(text);
  return tools
    .map((tool) => ({ tool, score: overlap(tool, prompt) }))
    .toSorted((a, b) => b.score - a.score);
}

/** Proper names of a prompt: "Paris", "New York", 台北 before 的 or 天氣. */
function properName(text: string): string | undefined {
  const chinese = /([\u4e00-\u9fff]{2,4}?)(?:的|今天|明天|天氣|天气)/.exec(text)?.[1];
  const english = /(?<=[a-z,:]\s)[A-Z][\p{L}]+(?:\s[A-Z][\p{L}]+)*/u.exec(text)?.[0];
  return english ?? chinese;
}

function argumentText(property: string, text: string): string {
  const wantsName = /city|location|place|name|town|country|where/i.test(property);
  return (wantsName ? properName(text) : undefined) ?? excerpt(text, 80);
}

function callOf(tool: ToolDefinition, text: string): ReplyToolCall {
  const value = instanceOf(tool.parameters, {
    textFor: (property) => argumentText(property, text),
  });
  return { name: tool.name, arguments: JSON.stringify(value ?? {}) };
}

function namedTool(request: ChatRequest, name: string): ToolDefinition {
  const tool = request.tools.find((candidate) => candidate.name === name);
  if (tool === undefined)
    throw new WireError({
      status: 400,
      message: `tool_choice names no tool of the request: ${name}`,
    });
  return tool;
}

/** `auto`: the tools that share words with the prompt; the best one, or every one of them when parallel calls are on. */
function automatic(request: ChatRequest, text: string): ToolDefinition[] {
  if (freshToolResults(request).length > 0) return [];
  const order = ranked(request.tools, text);
  const fitting = order.filter((entry) => entry.score > 0);
  const wanted = fitting.length === 0 && ASKS_FOR_TOOL.test(text) ? order : fitting;
  return wanted.slice(0, request.parallelToolCalls ? wanted.length : 1).map((entry) => entry.tool);
}

/**
 * The tool calls of the answer. `none`: none. A named tool: that one. `required`: the best match, always. `auto`: only where the
 * prompt shares words with a tool or asks for one, and not again once the results are there.
 */
export function toolCallsFor(request: ChatRequest): ReplyToolCall[] {
  const { toolChoice, tools } = request;
  if (tools.length === 0 || toolChoice.type === 'none') return [];
  const text = lastUserText(request);
  if (toolChoice.type === 'function') return [callOf(namedTool(request, toolChoice.name), text)];
  const chosen = automatic(request, text);
  if (chosen.length === 0 && toolChoice.type === 'required')
    chosen.push(
      ...ranked(tools, text)
        .slice(0, 1)
        .map((entry) => entry.tool),
    );
  return chosen.map((tool) => callOf(tool, text));
}
