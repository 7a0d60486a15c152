import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ProgrammeQueries } from '#core/programmes';
import { Public } from '../http/access.js';
import { AnswersOne } from '../http/answers.js';
import { Cacheable } from '../http/cacheable.js';
import { ListOf } from '../http/view-fields.js';
import { AsOf } from '../organisations/organisation.dto.js';
import { ProgrammeParam } from './programme.dto.js';
import { ProgrammeView } from './programme.view.js';

/** The programmes as those who are signed in see them: ordinances are public. */
@ApiTags('public')
@Controller('public/programmes')
export class PublicProgrammeController {
  constructor(private readonly programmes: ProgrammeQueries) {}

  @Get()
  @Public('ordinances are public')
  @Cacheable()
  @AnswersOne(ListOf(ProgrammeView))
  list() {
    return this.programmes.list();
  }

  @Get(':code')
  @Public('ordinances are public')
  @Cacheable()
  @AnswersOne(ProgrammeView)
  one(@Param() { code }: ProgrammeParam, @Query() { asOf }: AsOf) {
    return this.programmes.one(code, asOf);
  }
}
