import { Controller, NotFoundException, Post } from '@nestjs/common';
import { ApplicationService } from '#core/applications';
import type { Budget } from '#domain/applications/eligibility';
import { text } from '#text';

@Controller()
export class ApplicationController {
  constructor(private readonly applications: ApplicationService) {}

  @Post()
  submit(actor: string, budget: Budget): Promise<unknown> {
    return this.applications.submit(actor, text.slice(budget.total));
  }

  missing = new NotFoundException();
}
