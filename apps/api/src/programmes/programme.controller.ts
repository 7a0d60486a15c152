import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ProgrammeQueries } from '#core/programmes';
import { RequirePermission } from '../http/access.js';
import { AsOf } from '../organisations/organisation.dto.js';
import { ProgrammeParam } from './programme.dto.js';

@ApiTags('programmes')
@Controller('programmes')
export class ProgrammeController {
  constructor(private readonly programmes: ProgrammeQueries) {}

  @Get()
  @RequirePermission('programme.read')
  list() {
    return this.programmes.list();
  }

  @Get(':code')
  @RequirePermission('programme.read')
  one(@Param() { code }: ProgrammeParam, @Query() { asOf }: AsOf) {
    return this.programmes.one(code, asOf);
  }
}
