import type { ChatRequest } from '../chat/chat-request.ts';
import { asksForCode, codeBlock } from './code-block.ts';
import { excerpt, freshToolResults, lastUserMessage, lastUserText } from './conversation.ts';
import { languageOf, type Language } from './language-of.ts';
import { simulatedMark } from './simulated-mark.ts';

const TOPIC_LENGTH = 80;
const RESULT_LENGTH = 200;

interface Phrases {
  readonly about: (modelId: string, topic: string) => string;
  readonly attachments: (count: number) => string;
  readonly toolResult: (text: string) => string;
  readonly code: string;
  readonly close: string;
}

const PHRASES: Readonly<Record<Language, Phrases>> = {
  en: {
    about: (modelId, topic) => `This text stands where ${modelId} would answer: "${topic}".`,
    attachments: (count) =>
      `It came with ${count} attachment${count === 1 ? '' : 's'}, counted and not looked at.`,
    toolResult: (text) => `The tool returned: ${text}.`,
    code: 'A block of code would follow here:',
    close: 'Its length, its tokens and its price are worked out as for a real answer.',
  },
  'zh-Hans': {
    about: (modelId, topic) => `此处本应由 ${modelId} 回答：“${topic}”。`,
    attachments: (count) => `附有 ${count} 个附件，只计数，不查看。`,
    toolResult: (text) => `工具返回：${text}。`,
    code: '这里会是一段代码：',
    close: '长度、令牌数与价格按真实回答计算。',
  },
  'zh-Hant': {
    about: (modelId, topic) => `此處本應由 ${modelId} 回答：「${topic}」。`,
    attachments: (count) => `附有 ${count} 個附件，只計數，不查看。`,
    toolResult: (text) => `工具傳回：${text}。`,
    code: '這裡會是一段程式碼：',
    close: '長度、權杖數與價格按真實回答計算。',
  },
};

/** A plain answer: the mark, what was asked, what came along, a block of code where code was asked for. */
export function textReply(request: ChatRequest, modelId: string): string {
  const asked = lastUserText(request);
  const language = languageOf(asked);
  const phrases = PHRASES[language];
  const attached =
    lastUserMessage(request)?.parts.filter((part) => part.type !== 'text').length ?? 0;
  const results = freshToolResults(request).map((message) => excerpt(message.text, RESULT_LENGTH));
  const sentences = [simulatedMark(language), phrases.about(modelId, excerpt(asked, TOPIC_LENGTH))];
  if (attached > 0) sentences.push(phrases.attachments(attached));
  sentences.push(...results.map(phrases.toolResult));
  if (asksForCode(asked))
    return `${sentences.join(' ')} ${phrases.code}\n\n${codeBlock(asked, excerpt(asked, TOPIC_LENGTH))}`;
  return `${sentences.join(' ')} ${phrases.close}`;
}
