import { Module, type DynamicModule, type Provider } from '@nestjs/common'
import type { Clock } from '../../platform/clock/clock'
import type { Config } from '../../platform/config'
import { ReadDatabase } from '../../platform/database/read-database'
import { UnitOfWork } from '../../platform/database/unit-of-work'
import { SESSION_READER, type SessionReader } from '../../platform/http'
import type { Ids } from '../../platform/ids/ids'
import { CLOCK, CONFIG, IDS, WECHAT } from '../../platform/platform.module'
import type { WeChatClient } from '../../platform/wechat'
import { AskAtDesk } from './ask-at-desk'
import { BindPhone } from './bind-phone'
import { Callers } from './callers.board'
import { CloudCaller } from './cloud-caller'
import { DecideDesk } from './decide-desk'
import { DecideMembership } from './decide-membership'
import { DemoController } from './demo.controller'
import { DeskController } from './desk.controller'
import { FetchDeskSession } from './fetch-desk-session'
import { MeController } from './me.controller'
import { MembershipController } from './membership.controller'
import { RequestMembership } from './request-membership'
import { RevokeDevice } from './revoke-device'
import { SessionController } from './session.controller'
import { ShowDemoPeople } from './show-demo-people'
import { ShowMe } from './show-me'
import { SignInAsDemoPerson } from './sign-in-as-demo-person'
import { SignInWithWeChat } from './sign-in-with-wechat'
import { SignOut } from './sign-out'
import { SignOutEverywhere } from './sign-out-everywhere'
import { TypeDeskCode } from './type-desk-code'
import { viewerOf } from './viewer.board'

const providers: Provider[] = [
  {
    provide: SignInWithWeChat,
    inject: [UnitOfWork, IDS, WECHAT, CONFIG],
    useFactory: (unitOfWork: UnitOfWork, ids: Ids, weChat: WeChatClient, config: Config) =>
      new SignInWithWeChat(unitOfWork, ids, weChat, sessionSettings(config)),
  },
  { provide: SignOut, inject: [UnitOfWork], useFactory: (unitOfWork: UnitOfWork) => new SignOut(unitOfWork) },
  {
    provide: SignOutEverywhere,
    inject: [UnitOfWork],
    useFactory: (unitOfWork: UnitOfWork) => new SignOutEverywhere(unitOfWork),
  },
  {
    provide: BindPhone,
    inject: [UnitOfWork, WECHAT],
    useFactory: (unitOfWork: UnitOfWork, weChat: WeChatClient) => new BindPhone(unitOfWork, weChat),
  },
  {
    provide: RequestMembership,
    inject: [UnitOfWork, IDS],
    useFactory: (unitOfWork: UnitOfWork, ids: Ids) => new RequestMembership(unitOfWork, ids),
  },
  {
    provide: DecideMembership,
    inject: [UnitOfWork, IDS],
    useFactory: (unitOfWork: UnitOfWork, ids: Ids) => new DecideMembership(unitOfWork, ids),
  },
  {
    provide: ShowMe,
    inject: [ReadDatabase, CLOCK, CONFIG],
    useFactory: (reads: ReadDatabase, clock: Clock, config: Config) => new ShowMe(reads, clock, config.isDemo),
  },
  { provide: CloudCaller, inject: [CONFIG], useFactory: (config: Config) => new CloudCaller(config.weChat) },
  {
    provide: SESSION_READER,
    inject: [ReadDatabase, CLOCK, CONFIG],
    useFactory: (reads: ReadDatabase, clock: Clock, config: Config): SessionReader => ({
      viewerOf: (token, at) => viewerOf(reads, config.weChat.appId, token, at),
      callerOf: callersOf(reads, clock, config),
    }),
  },
]

/** Signing in at a desk, and out of it. */
const deskProviders: Provider[] = [
  {
    provide: AskAtDesk,
    inject: [UnitOfWork, IDS, CLOCK],
    useFactory: (unitOfWork: UnitOfWork, ids: Ids, clock: Clock) => new AskAtDesk(unitOfWork, ids, clock),
  },
  {
    provide: FetchDeskSession,
    inject: [UnitOfWork, ReadDatabase, CLOCK, IDS],
    useFactory: (unitOfWork: UnitOfWork, reads: ReadDatabase, clock: Clock, ids: Ids) =>
      new FetchDeskSession(unitOfWork, reads, clock, ids),
  },
  { provide: TypeDeskCode, inject: [UnitOfWork], useFactory: (unitOfWork: UnitOfWork) => new TypeDeskCode(unitOfWork) },
  { provide: DecideDesk, inject: [UnitOfWork], useFactory: (unitOfWork: UnitOfWork) => new DecideDesk(unitOfWork) },
  { provide: RevokeDevice, inject: [UnitOfWork], useFactory: (unitOfWork: UnitOfWork) => new RevokeDevice(unitOfWork) },
]

const demoProviders: Provider[] = [
  {
    provide: SignInAsDemoPerson,
    inject: [UnitOfWork, IDS, CONFIG],
    useFactory: (unitOfWork: UnitOfWork, ids: Ids, config: Config) =>
      new SignInAsDemoPerson(unitOfWork, ids, sessionSettings(config)),
  },
  {
    provide: ShowDemoPeople,
    inject: [ReadDatabase, CLOCK],
    useFactory: (reads: ReadDatabase, clock: Clock) => new ShowDemoPeople(reads, clock),
  },
]

const controllers = [SessionController, DeskController, MeController, MembershipController]

@Module({})
export class IdentityModule {
  /** The demo's routes and use cases are not made at all unless it is one. */
  static of({ isDemo }: { readonly isDemo: boolean }): DynamicModule {
    return {
      module: IdentityModule,
      // A board that is kept fresh reads its viewer's session anew for each look.
      global: true,
      controllers: isDemo ? [...controllers, DemoController] : controllers,
      providers: [...providers, ...deskProviders, ...(isDemo ? demoProviders : [])],
      exports: [SESSION_READER],
    }
  }
}

function callersOf(reads: ReadDatabase, clock: Clock, config: Config): SessionReader['callerOf'] {
  const callers = new Callers(reads, clock, config.weChat.appId)
  return (token, act) => callers.of(token, act)
}

function sessionSettings(config: Config): { readonly appId: string; readonly sessionLifeMs: number } {
  return { appId: config.weChat.appId, sessionLifeMs: config.sessionLifeMs }
}
