import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { FormService } from '#core/documents';
import type { Language } from '#text';
import { Public } from '../http/access.js';
import { AnswersOne, AnswersPdf } from '../http/answers.js';
import { Cacheable } from '../http/cacheable.js';
import { downloadPdf } from '../http/download.js';
import { IdParam } from '../http/id.param.js';
import { PreferredLanguage } from '../http/preferred-language.js';
import { ApplicationFormView } from './form.view.js';
import { FormQuery } from './letter.dto.js';

const BECAUSE = 'whoever thinks of applying may read what is asked for';

@ApiTags('public')
@Controller('public/calls')
export class FormController {
  constructor(private readonly forms: FormService) {}

  @Get(':id/application-form.pdf')
  @Public(BECAUSE)
  @AnswersPdf()
  downloadForm(@Param() { id }: IdParam, @Query() { language }: FormQuery) {
    return downloadPdf(this.forms.open(id, language));
  }

  @Get(':id/application-form')
  @Public(BECAUSE)
  @Cacheable()
  @AnswersOne(ApplicationFormView)
  getApplicationForm(@Param() { id }: IdParam, @PreferredLanguage() language: Language) {
    return this.forms.questions(id, language);
  }
}
