import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { SealKeys } from '#platform/audit';
import { Public } from '../http/access.js';
import { Answers } from '../http/answers.js';
import { SealKeyList } from './audit.view.js';

@ApiTags('public')
@Controller('public/seal-keys')
export class SealKeyController {
  constructor(private readonly keys: SealKeys) {}

  @Get()
  @Public('who holds an export against its seals must know whose the seals are')
  @Answers(SealKeyList)
  listSealKeys(): SealKeyList {
    return { items: [...this.keys.known] };
  }
}
