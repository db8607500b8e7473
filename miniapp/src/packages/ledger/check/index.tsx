import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { SignedIn } from '@/features/identity'
import { parseWallSheet } from '@/features/ledger/proof/wall-fingerprint'
import { headWords, stepsOf, verdictOf } from '@/features/ledger/check-words'
import { scannedParams } from '@/features/ledger/scanned'
import { VerdictCard } from '@/features/ledger/verdict-card'
import { checkUrl } from '@/features/ledger/ways'
import { serverNow } from '@/platform/clock'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { LoadedView } from '@/ui/loaded-view'
import { goBack, Page } from '@/ui/page'
import { NotForYou } from '@/ui/states'
import { Track } from '@/ui/track'
import { Explained } from './explained'
import { ScanCard } from './scan-card'
import { useCheck } from './use-check'
import styles from './check.module.scss'
import { YearCard } from './year-card'

/** 核对: whether anybody changed the book, worked out on this phone and not by whoever keeps it. */
export default function CheckPage() {
  const { q, ...given } = useRouter().params
  // The code on the wall, scanned by WeChat itself, comes as one whole address.
  const { book, size, fp, entry } = { entry: given['entry'], ...given, ...scannedParams(q) }
  return (
    <Page title='核对'>
      <SignedIn {...(book === undefined ? {} : { backTo: checkUrl({ book, ...definedOnes({ size, fp, entry }) }) })}>
        {() => book === undefined
          ? <NotForYou action={{ words: '返回', onPress: goBack }} />
          : <Check bookId={book} entryId={entry ?? null} size={size} fp={fp} />}
      </SignedIn>
    </Page>
  )
}

interface CheckProps {
  readonly bookId: string
  readonly entryId: string | null
  readonly size: string | undefined
  readonly fp: string | undefined
}

function Check({ bookId, entryId, size, fp }: CheckProps) {
  const asked = parseWallSheet(size, fp)
  const { outcome, wall, compareWith } = useCheck(bookId, entryId, asked)
  return (
    <LoadedView loaded={outcome}>
      {(known) => (
        <>
          <VerdictCard verdict={verdictOf(known)} />
          <Card title='核对了这些'>
            <Track steps={stepsOf(known, serverNow())} label='核对了这些' />
            {known.look.kind === 'seen' && (
              <View className={styles.head}>{`现在账上 ${headWords(known.look.head)}`}</View>
            )}
            <Button
              icon='refresh-cw'
              isBusy={outcome.isLoading}
              busyWords='正在核对'
              onPress={() => void outcome.reload()}
            >
              再核对一遍
            </Button>
          </Card>
          {wall === null && known.look.kind === 'seen' && <ScanCard bookId={bookId} onScanned={compareWith} />}
          {known.look.kind === 'seen' && <YearCard bookId={bookId} head={known.look.head} />}
          <Explained />
        </>
      )}
    </LoadedView>
  )
}

function definedOnes(query: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> {
  const pairs = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]))
  return Object.fromEntries(pairs)
}
