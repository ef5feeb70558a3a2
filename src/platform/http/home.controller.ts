import { Controller, Get, Redirect } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { AllowAnyone } from '../auth/allow.js';

/** Whoever opens the address in a browser finds something to read. */
@ApiExcludeController()
@Controller()
export class HomeController {
  @Get()
  @Redirect('/docs', 302)
  @AllowAnyone()
  home(): undefined {
    return undefined;
  }
}
