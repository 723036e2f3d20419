import { Controller, Get, Param, Post } from '@nestjs/common';
import { ProblemError } from '@lueckenlos/platform';
import { AnyIdentity, Public, RequireAnyScope, RequireScopes } from '../guard/require-scopes.decorator';
import { Logged } from '../log/logged.decorator';
import { figureName } from '../log/resource';

/** One route for each way of declaring access, for the tests of this library. */
@RequireScopes('operations')
@Controller('v1/samples')
export class SampleController {
  @Get('open')
  @Public()
  open() {
    return { for: 'everybody' };
  }

  @Get('any')
  @AnyIdentity()
  any() {
    return { for: 'whoever has a token' };
  }

  @Get('inherited')
  inherited() {
    return { for: 'operators, as the controller says' };
  }

  @Get(['either', 'also/:id'])
  @RequireAnyScope('figures:read', 'figures:exact')
  either() {
    return { for: 'readers of either kind' };
  }

  @Post('events/:id')
  @RequireScopes('events:write', 'events:backfill')
  both(@Param('id') id: string) {
    return { id };
  }

  @Get('figures')
  @RequireScopes('figures:exact')
  @Logged('read-figure', figureName)
  figures() {
    return { rows: [1, 2, 3] };
  }

  @Get('positions')
  @RequireScopes('log:read')
  @Logged('read-log', (_, answer) => `log/1-${(answer as { last: number } | undefined)?.last ?? ''}`)
  positions() {
    return { last: 17 };
  }

  @Get('refused')
  @RequireScopes('figures:exact')
  @Logged('read-figure', () => 'a figure')
  refused(): never {
    throw new ProblemError({ code: 'access.no-agency' });
  }

  @Get('broken')
  @RequireScopes('figures:exact')
  @Logged('read-figure', () => 'another figure')
  broken(): never {
    throw new Error('out of order');
  }
}
