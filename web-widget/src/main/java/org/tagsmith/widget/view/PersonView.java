package org.tagsmith.widget.view;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.tagsmith.domain.access.StaffMember;

/** A person who may sign in to the console. */
@Schema(
    name = "Person",
    properties = {
      @SchemaProperty(
          name = "role",
          enumeration = {"agent", "lead", "admin"})
    })
public record PersonView(String name, String role) {
  public static PersonView of(StaffMember member) {
    return new PersonView(member.name(), member.role().word());
  }

  /** Everybody, by name. */
  @Schema(name = "People")
  public record People(List<PersonView> people) {}
}
