// breaks: medel/http-errors-only-in-api
import { NotFoundException } from '@nestjs/common';

export const missing = new NotFoundException();
