import { Body, Controller, Get, Post } from '@nestjs/common'
import { ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger'
import type { DemoPeopleAnswer, DemoSignInBody, SessionAnswer } from '@huiying/shared/identity'
import { IsString, Length } from 'class-validator'
import { ShowDemoPeople } from './show-demo-people'
import { ShowMe } from './show-me'
import { SignInAsDemoPerson } from './sign-in-as-demo-person'

class DemoSignIn implements DemoSignInBody {
  @ApiProperty()
  @IsString()
  @Length(1, 32)
  readonly personId!: string
}

/** Only in a demo's module: elsewhere these routes do not exist. */
@ApiTags('demo')
@Controller('api')
export class DemoController {
  constructor(
    private readonly signInAsDemoPerson: SignInAsDemoPerson,
    private readonly showDemoPeople: ShowDemoPeople,
    private readonly showMe: ShowMe,
  ) {}

  @Get('demo/people')
  @ApiOperation({ summary: 'Whom one may sign in as' })
  people(): Promise<DemoPeopleAnswer> {
    return this.showDemoPeople.execute()
  }

  @Post('session/demo')
  @ApiOperation({ summary: 'Sign in as somebody of the demo' })
  async signIn(@Body() body: DemoSignIn): Promise<SessionAnswer> {
    return this.showMe.withSession(await this.signInAsDemoPerson.execute(body.personId))
  }
}
