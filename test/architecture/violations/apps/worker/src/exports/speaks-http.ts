// breaks: medel/http-errors-only-in-api
import { ConflictException } from '@nestjs/common';

export const conflict = new ConflictException();
