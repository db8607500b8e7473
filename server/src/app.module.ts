import { Module, type DynamicModule } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { CalendarModule } from './features/calendar/calendar.module'
import { ExpensesModule } from './features/expenses/expenses.module'
import { PublicExpenseModule } from './features/expenses/public-expense.module'
import { FiguresModule } from './features/figures/figures.module'
import { FilesModule } from './features/files/files.module'
import { GroundModule } from './features/expenses/ground.module'
import { IdentityModule } from './features/identity/identity.module'
import { LedgerModule } from './features/ledger/ledger.module'
import { ProofModule } from './features/ledger/proof.module'
import { PapersModule } from './features/ledger/papers/papers.module'
import { ReaderModule } from './features/ledger/reader.module'
import { ListsModule } from './features/lists/lists.module'
import { NotificationsModule } from './features/notifications/notifications.module'
import { RosterModule } from './features/roster/roster.module'
import { LeavingModule } from './features/leaving/leaving.module'
import { SealModule } from './features/seal/seal.module'
import { SlaModule } from './features/sla/sla.module'
import { TicketsModule } from './features/tickets/tickets.module'
import { VillagesModule } from './features/villages/villages.module'
import { HealthController } from './health.controller'
import { PlatformModule, type Platform } from './platform/platform.module'

@Module({ controllers: [HealthController] })
export class AppModule {
  static of(platform: Platform): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.of(platform),
        // The reading half of the database; whoever writes does so through the unit of work.
        TypeOrmModule.forRootAsync({
          useFactory: () => ({}),
          dataSourceFactory: async () => platform.database.readSource,
        }),
        VillagesModule,
        IdentityModule.of(platform.config),
        CalendarModule,
        SlaModule,
        RosterModule,
        FilesModule,
        ListsModule,
        LedgerModule,
        PapersModule,
        ReaderModule,
        PublicExpenseModule,
        ProofModule,
        ExpensesModule,
        GroundModule,
        SealModule,
        LeavingModule,
        TicketsModule,
        FiguresModule,
        NotificationsModule,
      ],
    }
  }
}
