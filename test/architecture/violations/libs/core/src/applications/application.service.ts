import { Injectable } from '@nestjs/common';
import { isEmpty } from '#domain/applications/eligibility';
import { clock } from '#platform/clock';
import { ApplicationRepository } from './application.repository.js';

const Transactional = (): MethodDecorator => () => undefined;

/** The value import above stays one: the metadata of the constructor needs the class. */
@Injectable()
export class ApplicationService {
  constructor(private readonly applications: ApplicationRepository) {}

  @Transactional()
  async submit(actor: string, id: string): Promise<unknown> {
    const drafts = await this.applications.drafts();
    return [actor, id, drafts, isEmpty({ total: 0 }), clock.now()];
  }
}
