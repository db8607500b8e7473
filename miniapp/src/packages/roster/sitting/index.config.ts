export default definePageConfig({
  navigationBarTitleText: '谁在村里',
  enablePullDownRefresh: true,
})
