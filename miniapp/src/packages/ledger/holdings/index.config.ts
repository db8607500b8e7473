export default definePageConfig({
  navigationBarTitleText: '村里的家底',
  enablePullDownRefresh: true,
})
