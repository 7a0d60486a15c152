import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CallQueries } from '#core/calls';
import { Public } from '../http/access.js';
import { AnswersOne } from '../http/answers.js';
import { Cacheable } from '../http/cacheable.js';
import { IdParam } from '../http/id.param.js';
import { ListOf } from '../http/view-fields.js';
import { PublicCallList } from './call.dto.js';
import { PublicCallView } from './call.view.js';

const BECAUSE = 'a published call is for anyone to find';

@ApiTags('public')
@Controller('public/calls')
export class PublicCallController {
  constructor(private readonly calls: CallQueries) {}

  @Get()
  @Public(BECAUSE)
  @Cacheable()
  @AnswersOne(ListOf(PublicCallView))
  list(@Query() query: PublicCallList) {
    return this.calls.published(query, query);
  }

  @Get(':id')
  @Public(BECAUSE)
  @Cacheable()
  @AnswersOne(PublicCallView)
  one(@Param() { id }: IdParam) {
    return this.calls.publishedOne(id);
  }
}
