import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ProgrammeQueries } from '#core/programmes';
import { RequirePermission } from '../http/access.js';
import { Answers } from '../http/answers.js';
import { AsOf } from '../organisations/organisation.dto.js';
import { ListOf } from '../http/view-fields.js';
import { ProgrammeParam } from './programme.dto.js';
import { ProgrammeView } from './programme.view.js';

@ApiTags('programmes')
@Controller('programmes')
export class ProgrammeController {
  constructor(private readonly programmes: ProgrammeQueries) {}

  @Get()
  @RequirePermission('programme.read')
  @Answers(ListOf(ProgrammeView))
  list() {
    return this.programmes.list();
  }

  @Get(':code')
  @RequirePermission('programme.read')
  @Answers(ProgrammeView)
  one(@Param() { code }: ProgrammeParam, @Query() { asOf }: AsOf) {
    return this.programmes.one(code, asOf);
  }
}
