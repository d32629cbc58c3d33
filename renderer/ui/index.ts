export { type Action, ActionBar, type ActionBarProps } from './ActionBar.tsx';
export { Button, type ButtonKind, type ButtonProps } from './Button.tsx';
export { CheckField, type CheckFieldProps } from './CheckField.tsx';
export {
  Chip,
  type ChipProps,
  Count,
  type CountProps,
  FilterChip,
  type FilterChipProps,
  type PlainSign,
  type PlainTone,
} from './Chip.tsx';
export { ConflictChoice, type ConflictChoiceProps, type ConflictOption } from './ConflictChoice.tsx';
export { DayField, TimeField } from './DayField.tsx';
export { DayPicker, type DayPickerProps } from './DayPicker.tsx';
export { Dialog, type DialogProps } from './Dialog.tsx';
export { type DifferenceSegment, Differences, type DifferencesProps } from './Differences.tsx';
export { DropTarget, type DropTargetProps } from './DropTarget.tsx';
export { chooseFiles, type DroppedFile, readFile } from './droppedFiles.ts';
export { EmptyState, type EmptyStateProps } from './EmptyState.tsx';
export { Field, type FieldProps, TextArea, type TextAreaProps } from './Field.tsx';
export { Frame, type FrameProps } from './Frame.tsx';
export { freeFocus, isFocusFree } from './focus.ts';
export { Icon, type IconProps } from './Icon.tsx';
export { Isolated } from './Isolated.tsx';
export type { IconName } from './iconShapes.ts';
export { Kbd } from './Kbd.tsx';
export { KeyMap, type KeyMapProps } from './KeyMap.tsx';
export { type KeyChord, printKeys } from './keys.ts';
export { ListBox, type ListBoxProps, type ListGroup, type ListOption } from './ListBox.tsx';
export { FreshItems, type FreshItemsProps, ListRow, type ListRowProps } from './ListRow.tsx';
export { Loading, type LoadingProps } from './Loading.tsx';
export { Meter, type MeterProps } from './Meter.tsx';
export { MomentOffers, type MomentOffersProps } from './MomentOffers.tsx';
export { onEnter } from './onEnter.ts';
export { PaneBody, type PaneBodyProps, PaneHeader, type PaneHeaderProps } from './PaneHeader.tsx';
export { type PaneSpec, Panes, type PanesProps, type PaneWidths } from './Panes.tsx';
export {
  ProblemBanner,
  type ProblemBannerProps,
  type ProblemTone,
  ReadOnlyNotice,
  type ReadOnlyNoticeProps,
} from './ProblemBanner.tsx';
export { type ProblemWords, problemOf, sayProblem } from './problemWords.ts';
export { Rail, type RailBadge, type RailItem, type RailProps } from './Rail.tsx';
export { type Crumb, ScreenHead, type ScreenHeadProps } from './ScreenHead.tsx';
export { SegmentedChoice, type SegmentedChoiceProps, type SegmentOption } from './SegmentedChoice.tsx';
export { SelectField, type SelectFieldProps, type SelectOption } from './SelectField.tsx';
export { Sign, type SignProps } from './Sign.tsx';
export { StatusBar, type StatusBarProps, type StatusItem } from './StatusBar.tsx';
export { ServiceDays } from './serviceDays.ts';
export { type Shortcut, setSingleCharacterShortcuts } from './shortcuts.ts';
export { type Mark, type SignName, signWord, type Tone } from './signShapes.ts';
export { Table, type TableProps } from './Table.tsx';
export type { TableColumn, TableSort } from './TableHead.tsx';
export { type TabItem, Tabs, type TabsProps } from './Tabs.tsx';
export { Toast, type ToastAction, type ToastProps } from './Toast.tsx';
export { type ShowToast, ToastProvider, useToast } from './Toasts.tsx';
export { type TodoGroup, TodoList, type TodoListProps, type TodoRow } from './TodoList.tsx';
export { TruthMark, type TruthMarkProps } from './TruthMark.tsx';
export { sayEvidence, sayTruth, TRUTH_LOOKS } from './truth.ts';
export { ShortcutGroup, type ShortcutGroupProps, useShortcuts } from './useShortcuts.tsx';
export { VisuallyHidden } from './VisuallyHidden.tsx';
export { WindowDrop, type WindowDropProps, type WindowDropped } from './WindowDrop.tsx';
