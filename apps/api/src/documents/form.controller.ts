import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { FormService } from '#core/documents';
import { Public } from '../http/access.js';
import { AnswersPdf } from '../http/answers.js';
import { downloadPdf } from '../http/download.js';
import { IdParam } from '../http/id.param.js';
import { FormQuery } from './letter.dto.js';

@ApiTags('calls')
@Controller('public/calls')
export class FormController {
  constructor(private readonly forms: FormService) {}

  @Get(':id/application-form.pdf')
  @Public('whoever thinks of applying may read what is asked for')
  @AnswersPdf()
  downloadForm(@Param() { id }: IdParam, @Query() { language }: FormQuery) {
    return downloadPdf(this.forms.open(id, language));
  }
}
