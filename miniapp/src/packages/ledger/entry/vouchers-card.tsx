import { View } from '@tarojs/components'
import type { PublicVoucher } from '@huiying/shared/ledger'
import { Card } from '@/ui/card'
import { PhotoRow } from '@/ui/photo-row'
import styles from './entry.module.scss'

/** Receipts with what leads to a person covered; those nobody has looked through yet are said to be there. */
export function VouchersCard({ vouchers }: { readonly vouchers: readonly PublicVoucher[] }) {
  const photos = vouchers.flatMap(({ photo }) => (photo === null ? [] : [photo]))
  const hiddenCount = vouchers.length - photos.length
  return (
    <Card title={`票据 ${vouchers.length} 张`}>
      <PhotoRow photos={photos} label='票据' />
      {hiddenCount > 0 && (
        <View className={styles.quiet}>
          {photos.length === 0 ? '报账员还没遮好个人信息，遮好了就能看。' : `还有 ${hiddenCount} 张，报账员还没遮好个人信息。`}
        </View>
      )}
      {vouchers.length === 0 && <View className={styles.quiet}>没有票据。</View>}
    </Card>
  )
}
