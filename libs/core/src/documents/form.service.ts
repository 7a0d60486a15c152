import { Inject, Injectable } from '@nestjs/common';
import { findProgramme, wordingAt } from '#domain/regulations/index';
import { CONFIG, type Config } from '#platform/config';
import { NotFound } from '#platform/errors';
import type { Language } from '#text';
import { applicationForm } from './application-form.js';
import { composeForm } from './compose-form.js';
import { FormRepository, type PublishedCall } from './form.repository.js';
import { typesetDocument } from './typeset-document.js';

/** Calls whose forms are kept; there are few, and a published call does not change. */
const MOST_KEPT = 50;

/** The empty application form of a call. It belongs to nobody's case, and is made when it is asked for. */
@Injectable()
export class FormService {
  private readonly kept = new Map<string, Promise<Buffer>>();

  constructor(
    private readonly calls: FormRepository,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async open(callId: string, language: Language): Promise<{ content: Buffer; name: string }> {
    const call = await this.calls.published(callId);
    if (!call) throw new NotFound();
    const key = `${callId} ${call.version} ${language}`;
    const content = this.kept.get(key) ?? this.make(call, language);
    this.keep(key, content);
    return { content: await content, name: language === 'sv' ? 'ansokan.pdf' : 'application.pdf' };
  }

  /** The same questions for a page, where each answer has its place in the application. */
  async questions(callId: string, language: Language) {
    const call = await this.calls.published(callId);
    if (!call) throw new NotFound();
    const { programme, wording } = wordingOf(call);
    const { id, title, programmeCode, opensOn, closesOn, step, years } = call;
    return {
      language,
      call: { id, title, programmeCode, opensOn, closesOn, step, years },
      isExample: programme.isExample,
      ...applicationForm(language, call, wording),
    };
  }

  private make(call: PublishedCall, language: Language): Promise<Buffer> {
    const { agency, demo } = this.config;
    const document = composeForm(
      language,
      { call, ...wordingOf(call) },
      { agency: agency?.name ?? 'Medel', isDemo: demo },
    );
    return typesetDocument(document);
  }

  /** One that could not be made is not kept. */
  private keep(key: string, content: Promise<Buffer>): void {
    this.kept.delete(key);
    this.kept.set(key, content);
    content.catch(() => this.kept.delete(key));
    if (this.kept.size > MOST_KEPT) this.kept.delete(this.kept.keys().next().value!);
  }
}

function wordingOf({ programmeCode, wordingFrom }: PublishedCall) {
  const programme = findProgramme(programmeCode)!;
  return { programme, wording: wordingAt(programme, wordingFrom)! };
}
