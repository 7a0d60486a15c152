import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#domain/access/actor';
import { EligibilityQueries } from '#core/eligibility';
import { ComparisonQueries } from '#core/measures';
import { OrganisationQueries } from '#core/organisations';
import { RequirePermission } from '../http/access.js';
import { Answers } from '../http/answers.js';
import { CurrentActor } from '../http/current-actor.js';
import { IdParam } from '../http/id.param.js';
import { ListOf } from '../http/view-fields.js';
import { OrganisationMeasures } from '../measures/measure.view.js';
import { AsOf, OrganisationList } from './organisation.dto.js';
import { OrganisationView } from './organisation.view.js';

@ApiTags('organisations')
@Controller('organisations')
export class OrganisationController {
  constructor(
    private readonly organisations: OrganisationQueries,
    private readonly eligibility: EligibilityQueries,
    private readonly measures: ComparisonQueries,
  ) {}

  @Get()
  @RequirePermission('organisation.read')
  @Answers(ListOf(OrganisationView))
  async list(@CurrentActor() actor: Actor, @Query() { eligibleFor, ...query }: OrganisationList) {
    return this.organisations.list(
      actor,
      { ...query, verdicts: await this.verdicts(actor, eligibleFor) },
      query,
    );
  }

  @Get(':id')
  @RequirePermission('organisation.read')
  @Answers(OrganisationView)
  one(@CurrentActor() actor: Actor, @Param() { id }: IdParam) {
    return this.organisations.one(actor, id);
  }

  @Get(':id/measures')
  @RequirePermission('measure.read')
  @Answers(OrganisationMeasures)
  listOrganisationMeasures(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @Query() { asOf }: AsOf) {
    return this.measures.ofOrganisation(actor, id, asOf);
  }

  private verdicts(actor: Actor, programme?: string) {
    return programme === undefined ? undefined : this.eligibility.notExcluded(actor, programme);
  }
}
