import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import { measureDatasetLifecycle } from '#domain/measures/measure-dataset.lifecycle';
import { Clock } from '#platform/clock';
import { Transactional } from '#platform/database';
import { newId } from '#platform/ids';
import { Transition } from '#platform/transition';
import { MeasureDataset } from './measure-dataset.entity.js';
import { MeasureDatasetRepository } from './measure-dataset.repository.js';
import { MeasureRepository, type DatasetContent } from './measure.repository.js';

type Details = Pick<MeasureDataset, 'kind' | 'source' | 'vintage' | 'licence' | 'sha256' | 'fileName'>;

/** What Medel itself brings: a data set goes through the same steps as one that is sent, and is in use at once. */
@Injectable()
export class MeasureRegister {
  constructor(
    private readonly datasets: MeasureDatasetRepository,
    private readonly measures: MeasureRepository,
    private readonly transition: Transition,
    private readonly clock: Clock,
  ) {}

  @Transactional()
  async record(
    actor: Actor,
    details: Details,
    contentOf: (datasetId: string) => Partial<DatasetContent>,
  ): Promise<MeasureDataset> {
    const now = this.clock.now();
    const dataset = Object.assign(new MeasureDataset(), details, {
      id: newId(),
      loadedBy: actor.userId,
      receivedAt: now,
      rejected: [],
      rejectedCount: 0,
    });
    await this.transition.create(measureDatasetLifecycle, dataset, actor, { ...details });
    const { values = [], areas = [], similar = [], figures = [] } = contentOf(dataset.id);
    const rowCount = values.length + areas.length + similar.length + figures.length;
    const facts = { sha256: details.sha256, rowCount };
    await this.datasets.stage(dataset.id, values);
    await this.transition.apply(measureDatasetLifecycle, dataset, 'complete', actor, { rowCount }, facts);
    await this.datasets.copyStaged(dataset.id);
    await this.measures.insert({ areas, similar, figures });
    await this.transition.apply(measureDatasetLifecycle, dataset, 'accept', actor, { loadedAt: now }, facts);
    await this.datasets.removeStaged(dataset.id);
    return dataset;
  }
}
