import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { OpenGrantsFiles, OpenGrantsQueries } from '#core/open-grants';
import type { Language } from '#text';
import { Public } from '../http/access.js';
import { AnswersGrants, AnswersOne } from '../http/answers.js';
import { Cacheable } from '../http/cacheable.js';
import { download } from '../http/download.js';
import { PreferredLanguage } from '../http/preferred-language.js';
import { ListOf } from '../http/view-fields.js';
import { OpenGrantsFileQuery, OpenGrantsList, OpenGrantsSummaryQuery } from './open-grants.dto.js';
import { OpenGrantItem, OpenGrantsSummary } from './open-grants.view.js';

const BECAUSE = 'who is granted money of the state is for anyone to know';

@ApiTags('public')
@Controller('public')
export class OpenGrantsController {
  constructor(
    private readonly queries: OpenGrantsQueries,
    private readonly files: OpenGrantsFiles,
  ) {}

  @Get('grants')
  @Public(BECAUSE)
  @Cacheable()
  @AnswersOne(ListOf(OpenGrantItem))
  listOpenGrants(@Query() query: OpenGrantsList) {
    return this.queries.list(query, query);
  }

  @Get('grants/summary')
  @Public(BECAUSE)
  @Cacheable()
  @AnswersOne(OpenGrantsSummary)
  summariseOpenGrants(@Query() query: OpenGrantsSummaryQuery) {
    return this.queries.summary(query);
  }

  @Get('grants.csv')
  @Public(BECAUSE)
  @Cacheable()
  @AnswersGrants('text/csv')
  downloadGrantsAsCsv(@Query() query: OpenGrantsFileQuery, @PreferredLanguage() language: Language) {
    return download(this.files.open('csv', query, language));
  }

  @Get('grants.json')
  @Public(BECAUSE)
  @Cacheable()
  @AnswersGrants('application/json')
  downloadGrantsAsJson(@Query() query: OpenGrantsFileQuery, @PreferredLanguage() language: Language) {
    return download(this.files.open('json', query, language));
  }
}
