package org.tagsmith.domain.governance.usecase;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.tagsmith.domain.governance.VocabularyChange;

/** How a {@link VocabularyChange} looks in JSON: {@code do} says which it is. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "do")
@JsonSubTypes({
  @JsonSubTypes.Type(name = "place-label", value = VocabularyChange.PlaceLabel.class),
  @JsonSubTypes.Type(name = "place-label-under", value = VocabularyChange.PlaceLabelUnder.class),
  @JsonSubTypes.Type(name = "ignore-label", value = VocabularyChange.IgnoreLabel.class),
  @JsonSubTypes.Type(name = "set-prefix-aside", value = VocabularyChange.SetPrefixAside.class),
  @JsonSubTypes.Type(name = "forget-label", value = VocabularyChange.ForgetLabel.class),
  @JsonSubTypes.Type(name = "forget-prefix", value = VocabularyChange.ForgetPrefix.class),
  @JsonSubTypes.Type(name = "add-tag", value = VocabularyChange.AddTag.class),
  @JsonSubTypes.Type(name = "describe-tag", value = VocabularyChange.DescribeTag.class),
  @JsonSubTypes.Type(name = "rename-tag", value = VocabularyChange.RenameTag.class),
  @JsonSubTypes.Type(name = "move-tag", value = VocabularyChange.MoveTag.class),
  @JsonSubTypes.Type(name = "merge-tag", value = VocabularyChange.MergeTag.class),
  @JsonSubTypes.Type(name = "split-tag", value = VocabularyChange.SplitTag.class),
  @JsonSubTypes.Type(name = "retire-tag", value = VocabularyChange.RetireTag.class),
  @JsonSubTypes.Type(name = "restore-tag", value = VocabularyChange.RestoreTag.class),
  @JsonSubTypes.Type(name = "add-code", value = VocabularyChange.AddCode.class),
  @JsonSubTypes.Type(name = "describe-code", value = VocabularyChange.DescribeCode.class),
  @JsonSubTypes.Type(name = "retire-code", value = VocabularyChange.RetireCode.class),
  @JsonSubTypes.Type(name = "restore-code", value = VocabularyChange.RestoreCode.class),
  @JsonSubTypes.Type(name = "describe-family", value = VocabularyChange.DescribeFamily.class),
  @JsonSubTypes.Type(name = "forget-family", value = VocabularyChange.ForgetFamily.class),
  @JsonSubTypes.Type(name = "abbreviate", value = VocabularyChange.Abbreviate.class),
  @JsonSubTypes.Type(name = "set-rules", value = VocabularyChange.SetRules.class),
  @JsonSubTypes.Type(name = "ask", value = VocabularyChange.Ask.class),
  @JsonSubTypes.Type(name = "forget-question", value = VocabularyChange.ForgetQuestion.class)
})
public interface ChangeForm {}
