import type { ExpenseView } from '@huiying/shared/expenses'
import { openMask } from '@/features/expenses/ground-ways'
import { Card } from '@/ui/card'
import { ListRow } from '@/ui/list-row'
import { photosToMask } from '../mask/papers'

/** Photos that villagers don't see yet, for whoever may cover what leads to a person. */
export function MaskCard({ expense }: { readonly expense: ExpenseView }) {
  const photos = photosToMask(expense)
  if (!expense.may.mask || photos.length === 0) return null
  const left = photos.filter(({ isMasked }) => !isMasked).length
  return (
    <Card tone={left > 0 ? 'soon' : 'plain'}>
      <ListRow
        icon={left > 0 ? 'eye-off' : 'circle-check'}
        title={left > 0 ? `还有 ${left} 张没遮` : '票据都遮好了'}
        note={left > 0 ? '遮住个人信息，村里人才看得到票据' : '要改，可以重新遮'}
        onPress={() => openMask(expense.id)}
      />
    </Card>
  )
}
