// breaks: medel/controller-method-is-one-line
import { Controller, Get } from '@nestjs/common';

@Controller()
export class LongWindedController {
  @Get()
  read(): string {
    const answer = 'answer';
    return answer;
  }
}
