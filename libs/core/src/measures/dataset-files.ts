import { Injectable } from '@nestjs/common';
import { FileStorage } from '#platform/storage';
import { MeasureSources } from './fetch/measure-sources.js';
import type { Question } from './fetch/question.js';
import type { MeasureDataset } from './measure-dataset.entity.js';

/** The file of a data set: the one that was received, or one that is fetched now. */
@Injectable()
export class DatasetFiles {
  constructor(
    private readonly storage: FileStorage,
    private readonly sources: MeasureSources,
  ) {}

  /** Throws `RemoteFault` where the source does not give it. Fetched again, it takes the place of what was there. */
  async fileOf(dataset: MeasureDataset): Promise<Pick<MeasureDataset, 'fileKey' | 'sha256' | 'size'>> {
    const { fileKey, sha256, size, origin } = dataset;
    if (origin === null) return { fileKey, sha256, size };
    const key = `${dataset.id}.upload`;
    const fetched = await this.storage.fill(key, (path) => this.fetch(origin, path));
    return { fileKey: key, sha256: fetched.sha256, size: fetched.bytes };
  }

  private fetch(question: Question, path: string): Promise<{ sha256: string; bytes: number }> {
    if (question.service === 'kolada') return this.sources.fetchKolada(question, path);
    if (question.service === 'scb') return this.sources.fetchScb(question, path);
    return this.sources.fetchScbV1(question, path);
  }
}
