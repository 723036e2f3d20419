import { CONFIG, type Config } from '@lueckenlos/platform';
import { Inject, Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';

const MEBIBYTE = 1024 * 1024;

/**
 * Answers from releases that were asked for lately, as they were written: what a release says never changes, so neither does an
 * answer to the same question as long as the release says the same of itself.
 */
@Injectable()
export class KeptAnswers {
  private readonly answers: LRUCache<string, Buffer>;

  constructor(@Inject(CONFIG) { releaseMemory }: Pick<Config, 'releaseMemory'>) {
    this.answers = new LRUCache({
      maxSize: releaseMemory * MEBIBYTE,
      sizeCalculation: (answer, question) => answer.byteLength + question.length,
    });
  }

  /**
   * @param question everything that the answer depends on
   * @param write throws where there is no answer; refusals are not kept
   */
  async answer(question: object, write: () => Promise<string>): Promise<Buffer> {
    const key = JSON.stringify(question);
    const kept = this.answers.get(key);
    if (kept) return kept;
    const written = Buffer.from(await write());
    this.answers.set(key, written);
    return written;
  }
}
