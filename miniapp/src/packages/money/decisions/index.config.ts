export default definePageConfig({
  navigationBarTitleText: '村里定过的事',
})
