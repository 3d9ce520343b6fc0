/** Texts of our own, each over 200 tokens, for measuring the token estimator. */
export const TEXTS: Readonly<Record<string, string>> = {
  'English prose': `When the library closed for the winter, nobody had expected the books to be borrowed anyway. The caretaker noticed it
first: a gap on the third shelf, where a heavy volume about river engineering had stood for thirty years. A week later it was back,
with a pressed leaf between two pages and a careful note in pencil about the price of timber. He said nothing. He had kept the keys
for so long that he no longer thought of the building as locked, only as resting.
By February there were seven gaps. He made a list, because lists calmed him, and he left the list on the reading table with a
sharpened pencil beside it. In the morning somebody had added the dates on which each book would be returned, in the same careful
hand, and under the last line a question: would it be possible to heat the small room in the east wing on Thursdays? It was not, of
course. There was no money for coal, and the committee would never agree. He heated it all the same, and sat outside on the stairs,
and listened to the sound of pages being turned by people he had not let in.`,

  'English instructions': `You are the support assistant of a company that sells bicycles online. Answer politely and briefly. Before you answer
anything about an order, look up the order with the tool and check the name of the customer. Never promise a delivery date that
the tool does not show. If a customer wants to return a bicycle, ask for the reason, explain that returns are free within thirty
days, and create a return label. If the bicycle was damaged during transport, ask for two photographs and forward the case to a
colleague. Do not discuss competitors, politics or the private lives of employees. If somebody asks for a discount, you may offer
five percent once per customer, but only for orders above two hundred euros. Write prices with the currency in front. When you do
not know something, say so and offer to ask a colleague; do not guess. Reply in the language of the customer, and keep technical
terms such as derailleur, bottom bracket or thru axle in English unless there is a common word for them.`,

  'Chinese, simplified': `这座城市的图书馆在去年冬天重新开放了。装修花了将近两年时间，费用比预算高出三成，但是读者普遍认为结果值得等待。一楼改成了儿童阅览室，墙上画着运河和老街，
书架的高度刚好让六岁的孩子自己取书。二楼保留了原来的木质地板，只是换了灯具，光线柔和得多。三楼以前是仓库，现在是一间可以容纳八十人的报告厅，每周三晚上有讲座，内容从天文观测到家庭理财都有。
馆长说，最难的部分不是建筑，而是数据。过去三十年的借阅记录分散在四个不同的系统里，其中一个只能在旧电脑上运行。团队用了半年时间才把它们合并到一起，并且删除了所有可以识别个人身份的信息。
新的检索系统允许读者用自然语言提问，例如“适合十岁孩子读的关于恐龙的书”，系统会给出推荐，并说明推荐的理由。如果没有合适的书，它会直接说没有，而不是编造一个书名。这一点得到了很多家长的称赞。
不过也有人提出了批评。一位退休教师认为，座位太少，尤其是周末；另一位读者抱怨空调的噪音。馆方表示会在春天之前增加四十个座位，并且更换噪音较大的设备。至于是否延长开放时间，目前还没有决定。`,

  'Chinese, traditional': `為了降低每個月的雲端費用，我們重新檢查了整個系統的呼叫紀錄。結果顯示，超過六成的請求其實只需要簡單的分類或摘要，卻全部送到了最昂貴的模型。團隊因此訂出三條規則：
第一，先由便宜的模型處理，只有在信心不足的時候才升級；第二，長文件先切成段落，重複的部分放進快取；第三，每個使用者每天都有預算上限，超過之後只能使用免費的模型。實施一個月之後，費用下降了百分之七十二，
而使用者的滿意度幾乎沒有改變。比較意外的是延遲時間也變短了，因為小型模型回應得比較快。當然，並不是所有情況都適合這種做法。法律文件的審查仍然由人工完成，醫療相關的問題也一律轉給專業人員。
接下來的計畫是把這套規則寫成設定檔，讓其他部門可以直接套用。我們也打算每週自動比對模型清單，因為供應商常常在沒有通知的情況下調整價格，或者讓舊的模型下架。上個月就發生過一次：早上還能使用的免費模型，下午突然全部回傳錯誤。
幸好系統會自動切換到備用的模型，使用者完全沒有察覺，只有帳單上多了幾分錢。`,

  'Chinese with code': `这个函数的作用是把价格从每百万 token 换算成每个 token。不要用浮点数乘法，例如 \`price * 1e-6\`，因为 0.1 这样的数在二进制里无法精确表示。正确的做法是移动小数点：
\`\`\`ts
export function perToken(usdPerMillion: string): string {
  const amount = parseDecimal(usdPerMillion);
  if (amount === null) throw new RangeError('价格必须是十进制字符串');
  return formatDecimal(shiftPoint(amount, -6));
}
\`\`\`
如果 \`parseDecimal\` 返回 \`null\`，说明输入不是合法的十进制数，这时应该抛出 \`RangeError\`，而不是默默地返回 0。测试的时候要注意三种情况：空字符串、科学计数法（例如 "1e-7"）以及负数。
运行 \`pnpm test packages/pricing\` 可以看到结果。另外，\`shiftPoint\` 的第二个参数是负数时表示除以十的幂，所以 -6 就是除以一百万。最后请记得在 README.md 里更新示例，并且在 CHANGELOG 里写一行说明。`,

  TypeScript: `interface RetryOptions {
  readonly attempts: number;
  readonly baseDelayMs: number;
  readonly sleep: (milliseconds: number) => Promise<void>;
  readonly isRetryable: (error: unknown) => boolean;
}

export async function retry<Result>(work: () => Promise<Result>, options: RetryOptions): Promise<Result> {
  const { attempts, baseDelayMs, sleep, isRetryable } = options;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt >= attempts || !isRetryable(error)) throw error;
      await sleep(baseDelayMs * 2 ** (attempt - 1) * Math.random());
    }
  }
}

class TokenBucket {
  #tokens: number;

  constructor(private readonly capacity: number, private readonly refillPerSecond: number) {
    this.#tokens = capacity;
  }

  tryTake(count = 1): boolean {
    if (this.#tokens < count) return false;
    this.#tokens -= count;
    return true;
  }

  refill(elapsedMs: number): void {
    this.#tokens = Math.min(this.capacity, this.#tokens + (elapsedMs / 1000) * this.refillPerSecond);
  }
}
`,

  Python: `from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path


@dataclass(frozen=True)
class Charge:
    model: str
    input_tokens: int
    output_tokens: int
    cost: Decimal
    tags: tuple[str, ...] = field(default_factory=tuple)


def load_charges(path: Path) -> list[Charge]:
    """Read one charge per line; skip lines that are not JSON."""
    charges = []
    for number, line in enumerate(path.read_text().splitlines(), start=1):
        try:
            row = json.loads(line, parse_float=Decimal)
        except json.JSONDecodeError:
            print(f"{path}:{number}: not JSON, skipped")
            continue
        charges.append(Charge(row["model"], row["input"], row["output"], row["cost"]))
    return charges


def total_by_model(charges: list[Charge]) -> dict[str, Decimal]:
    totals: dict[str, Decimal] = defaultdict(Decimal)
    for charge in charges:
        totals[charge.model] += charge.cost
    return dict(sorted(totals.items(), key=lambda item: item[1], reverse=True))


if __name__ == "__main__":
    for model, cost in total_by_model(load_charges(Path("charges.jsonl"))).items():
        print(f"{model:40} {cost:.6f}")
`,

  'JSON, pretty': JSON.stringify(
    {
      type: 'function',
      function: {
        name: 'search_orders',
        description: 'Searches the orders of a customer by number, date or status.',
        parameters: {
          type: 'object',
          additionalProperties: false,
          required: ['customerId'],
          properties: {
            customerId: {
              type: 'string',
              description: 'The id of the customer, for example C-10432.',
            },
            status: { type: 'string', enum: ['open', 'paid', 'shipped', 'returned', 'cancelled'] },
            from: { type: 'string', format: 'date', description: 'The first day, inclusive.' },
            to: { type: 'string', format: 'date', description: 'The last day, inclusive.' },
            limit: { type: 'integer', minimum: 1, maximum: 100, default: 20 },
          },
        },
      },
    },
    null,
    2,
  ),

  'JSON, compact': JSON.stringify(
    Array.from({ length: 12 }, (_, index) => ({
      id: `order-${1000 + index * 37}`,
      customer: ['Ada', 'Grace', 'Linus', 'Margaret'][index % 4],
      total: 19.99 + index * 12.5,
      paid: index % 3 === 0,
      createdAt: `2026-0${1 + (index % 9)}-1${index % 10}T0${index % 10}:30:00Z`,
      items: [{ sku: `BK-${4400 + index}`, quantity: 1 + (index % 3) }],
    })),
  ),
};
