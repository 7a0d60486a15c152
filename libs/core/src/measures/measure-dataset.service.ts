import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import { measures } from '#domain/measures/definitions';
import { measureDatasetLifecycle } from '#domain/measures/measure-dataset.lifecycle';
import { authorise } from '#core/access';
import type { AuditData } from '#platform/audit';
import { Clock } from '#platform/clock';
import { Transactional } from '#platform/database';
import { Conflict } from '#platform/errors';
import { newId } from '#platform/ids';
import { defineTopic, Outbox } from '#platform/outbox';
import { FileStorage, type Stored } from '#platform/storage';
import { Transition } from '#platform/transition';
import { FORMAT_OF, type Question } from './fetch/question.js';
import { parseImportMapping } from './import/import-mapping.js';
import type { ImportFormat } from './import/import-row.js';
import { MeasureDataset } from './measure-dataset.entity.js';
import { MeasureDatasetRepository } from './measure-dataset.repository.js';
import { MEASURE_DATASET_ACCEPTED } from './measure-topics.js';

export const MEASURE_DATASET_RECEIVED = defineTopic('measureDataset.received');

/** What is told of a data set with its file. */
export interface DatasetDetails {
  kind: string;
  source: string;
  vintage: string;
  licence?: string;
  /** Told from the content where it is left out. */
  format?: ImportFormat;
  /** As it was sent: see `ImportMapping`. */
  mapping?: object;
}

type Told = Pick<MeasureDataset, 'kind' | 'source' | 'vintage' | 'licence' | 'format' | 'mapping'>;

/** A file that lies in the storage under `key`. */
export interface ReceivedFile extends Stored {
  key: string;
  name: string;
}

@Injectable()
export class MeasureDatasetService {
  constructor(
    private readonly datasets: MeasureDatasetRepository,
    private readonly storage: FileStorage,
    private readonly outbox: Outbox,
    private readonly transition: Transition,
    private readonly clock: Clock,
  ) {}

  /** The same file told of in the same words is the same data set; in other words it is a conflict. */
  @Transactional()
  async receive(
    actor: Actor,
    details: DatasetDetails,
    file: ReceivedFile,
  ): Promise<Pick<MeasureDataset, 'id'>> {
    authorise(actor, 'measureDataset.create');
    const told = readDetails(details);
    await this.datasets.takeTurn(told.kind, file.sha256);
    const same = await this.datasets.findSame(actor, told.kind, file.sha256);
    if (same && !isSame(same, told)) throw new Conflict({ datasetId: same.id });
    if (same) {
      await this.storage.remove(file.key);
      return same;
    }
    const { key: fileKey, name: fileName, sha256, size } = file;
    return this.create(actor, { ...told, origin: null, fileKey, fileName, sha256, size });
  }

  /** The worker asks the source, and reads what it answers. */
  @Transactional()
  async fetch(actor: Actor, details: DatasetDetails, question: Question): Promise<MeasureDataset> {
    authorise(actor, 'measureDataset.create');
    const told = { ...readDetails(details), format: FORMAT_OF[question.service] };
    const fileName = `${question.service}.json`;
    const unknown = { fileKey: null, sha256: null, size: null };
    return this.create(actor, { ...told, ...unknown, origin: question, fileName });
  }

  @Transactional()
  async accept(actor: Actor, id: string): Promise<MeasureDataset> {
    const waiting = await this.datasets.getForUpdate(id);
    authorise(actor, 'measureDataset.accept', waiting);
    const { sha256, rowCount } = waiting;
    if ((await this.datasets.copyStaged(id)) !== rowCount) throw new Conflict({ datasetId: id });
    const loadedAt = this.clock.now();
    this.outbox.publish(MEASURE_DATASET_ACCEPTED, id, actor);
    const accepted = await this.transition.apply(
      measureDatasetLifecycle,
      waiting,
      'accept',
      actor,
      { loadedAt },
      { sha256, rowCount },
    );
    await this.datasets.removeStaged(id);
    return accepted;
  }

  @Transactional()
  async reject(actor: Actor, id: string, reason: string): Promise<MeasureDataset> {
    const waiting = await this.datasets.getForUpdate(id);
    authorise(actor, 'measureDataset.reject', waiting);
    const change = { reason };
    const rejected = await this.transition.apply(
      measureDatasetLifecycle,
      waiting,
      'reject',
      actor,
      change,
      change,
    );
    await this.datasets.removeStaged(id);
    return rejected;
  }

  private async create(
    actor: Actor,
    told: Told & Pick<MeasureDataset, 'origin' | 'fileKey' | 'fileName' | 'sha256' | 'size'>,
  ): Promise<MeasureDataset> {
    const dataset = Object.assign(new MeasureDataset(), told, {
      id: newId(),
      loadedBy: actor.userId,
      receivedAt: this.clock.now(),
      rejected: [],
      rejectedCount: 0,
    });
    await this.transition.create(measureDatasetLifecycle, dataset, actor, factsOf(told));
    this.outbox.publish(MEASURE_DATASET_RECEIVED, dataset.id, actor);
    return dataset;
  }
}

/** Where the file lies is nobody's business, now or later. */
const factsOf = (told: object): AuditData => ({ ...told, fileKey: undefined });

function readDetails({ kind, source, vintage, licence, format, mapping }: DatasetDetails): Told {
  const codes = measures.map(({ code }) => code);
  return {
    kind,
    source,
    vintage,
    licence: licence ?? null,
    format: format ?? null,
    mapping: mapping === undefined ? null : parseImportMapping(mapping, codes),
  };
}

const isSame = (one: MeasureDataset, told: Told): boolean =>
  Object.entries(told).every(([name, value]) => isDeepStrictEqual(one[name as keyof MeasureDataset], value));
