import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import type { Kronor } from '#domain/shared/money';
import { authorise } from '#core/access';
import { Clock } from '#platform/clock';
import { Transactional } from '#platform/database';
import { Conflict } from '#platform/errors';
import { newId } from '#platform/ids';
import { Transition } from '#platform/transition';
import { Appropriation } from './appropriation.entity.js';
import { AppropriationRepository } from './appropriation.repository.js';
import { Ledger } from './ledger.js';

export interface NewAppropriation {
  code: string;
  name: string;
  year: number;
  /** For the year itself, kronor. */
  amount: Kronor;
  /** For promises about all later years together, kronor. */
  commitmentLimit: Kronor;
}

@Injectable()
export class AppropriationService {
  constructor(
    private readonly appropriations: AppropriationRepository,
    private readonly ledger: Ledger,
    private readonly transition: Transition,
    private readonly clock: Clock,
  ) {}

  @Transactional()
  async create(actor: Actor, input: NewAppropriation): Promise<Appropriation> {
    authorise(actor, 'appropriation.create');
    if (await this.appropriations.find(input.code, input.year))
      throw new Conflict({ code: input.code, year: input.year });
    const appropriation = Object.assign(new Appropriation(), {
      id: newId(),
      code: input.code,
      name: input.name,
      year: input.year,
      createdAt: this.clock.now(),
    });
    const { amount, commitmentLimit } = input;
    await this.transition.create('appropriation', appropriation, actor, { amount, commitmentLimit });
    await this.appropriations.openFunds(appropriation.id);
    await this.ledger.allocate(actor, appropriation, { amount, commitmentLimit });
    return appropriation;
  }
}
