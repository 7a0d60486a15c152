import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '#platform/config';
import { RemoteClient, type FetchedFile } from '#platform/remote';
import { fetchKolada, type KoladaQuestion } from './kolada-source.js';
import { fetchScb, fetchScbV1, type ScbQuestion } from './scb-source.js';

/** The sources of measures, at their configured addresses. Each method writes what it received to a file, as it was. */
@Injectable()
export class MeasureSources {
  private readonly kolada: RemoteClient;
  private readonly scb: RemoteClient;
  private readonly scbV1: RemoteClient;

  constructor(@Inject(CONFIG) { koladaUrl, scbUrl, scbV1Url }: Config) {
    // SCB allows thirty requests in ten seconds; Kolada says nothing. Each process counts its own, so we ask for less.
    this.kolada = new RemoteClient({ baseUrl: koladaUrl });
    this.scb = new RemoteClient({ baseUrl: scbUrl });
    this.scbV1 = new RemoteClient({ baseUrl: scbV1Url });
  }

  fetchKolada(question: KoladaQuestion, path: string): Promise<FetchedFile & { pages: number }> {
    return fetchKolada(this.kolada, question, path);
  }

  fetchScb(question: ScbQuestion, path: string): Promise<FetchedFile & { parts: number }> {
    return fetchScb(this.scb, question, path);
  }

  fetchScbV1(question: ScbQuestion, path: string): Promise<FetchedFile & { parts: number }> {
    return fetchScbV1(this.scbV1, question, path);
  }
}
