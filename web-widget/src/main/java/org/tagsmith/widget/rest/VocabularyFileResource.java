package org.tagsmith.widget.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.tagsmith.domain.governance.file.FileFormat;
import org.tagsmith.domain.governance.file.MissingTags;
import org.tagsmith.domain.governance.file.VocabularyFile;
import org.tagsmith.domain.governance.usecase.VocabularyFiles;
import org.tagsmith.domain.vocabulary.Vocabulary;
import org.tagsmith.widget.host.Audience;
import org.tagsmith.widget.host.Caller;
import org.tagsmith.widget.host.OpenTo;
import org.tagsmith.widget.problem.Problem;
import org.tagsmith.widget.problem.RefusedRequest;
import org.tagsmith.widget.view.FileCheckView;
import org.tagsmith.widget.view.VersionView;

/** The whole vocabulary as a file: exported, looked over, published. */
@ApplicationScoped
@Path("vocabulary/file")
@Consumes(MediaType.WILDCARD)
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@APIResponse(
    responseCode = "default",
    description = "Refused.",
    content =
        @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class VocabularyFileResource {
  private final VocabularyFiles files;

  protected VocabularyFileResource() {
    this(null);
  }

  @Inject
  public VocabularyFileResource(VocabularyFiles files) {
    this.files = files;
  }

  @GET
  @Produces({"application/yaml", "text/csv", Problem.MEDIA_TYPE})
  @OpenTo(Audience.LEAD)
  @Operation(
      summary = "The newest version as a file.",
      description = "'format' is yaml or csv. The same content gives the same file.")
  public Response export(@QueryParam("format") String format) {
    FileFormat wanted = format(format);
    Vocabulary newest = files.newest();
    boolean yaml = wanted == FileFormat.YAML;
    return Response.ok(
            VocabularyFile.write(newest, wanted),
            MediaType.valueOf(yaml ? "application/yaml; charset=UTF-8" : "text/csv; charset=UTF-8"))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"vocabulary-v%d.%s\""
                .formatted(newest.version(), yaml ? "yaml" : "csv"))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  @POST
  @Path("check")
  @OpenTo(Audience.LEAD)
  @Operation(
      summary = "What publishing this file would do, and what is wrong with it.",
      description =
          "Nothing is changed. 'format' is yaml or csv; 'missing' says what becomes of tags and"
              + " codes that are not in the file: keep or retire.")
  public FileCheckView check(
      @QueryParam("format") String format, @QueryParam("missing") String missing, byte[] file) {
    return FileCheckView.of(files.check(bytes(file), format(format), missing(missing)));
  }

  @POST
  @OpenTo(Audience.LEAD)
  @Operation(
      summary = "Publishes a file as one version, or nothing of it.",
      description =
          "'base' is the version of the check; without it, the one that the file was exported from.")
  @APIResponse(
      responseCode = "409",
      description =
          "Lines that cannot be (file-refused), or somebody was first (changed-meanwhile).")
  public VersionView publish(
      @QueryParam("format") String format,
      @QueryParam("missing") String missing,
      @QueryParam("base") String base,
      @QueryParam("note") String note,
      byte[] file,
      @Context SecurityContext security) {
    return VersionView.of(
        files.publish(
            bytes(file),
            format(format),
            missing(missing),
            base(base),
            Caller.staff(security).name(),
            ChangesResource.note(note)));
  }

  private static byte[] bytes(byte[] file) {
    return file == null ? new byte[0] : file;
  }

  private static FileFormat format(String word) {
    String format = word == null ? "" : word.toLowerCase(Locale.ROOT);
    return switch (format) {
      case "yaml" -> FileFormat.YAML;
      case "csv" -> FileFormat.CSV;
      default ->
          throw RefusedRequest.badInput(
              "unknown-file-format", "The parameter 'format' is yaml or csv.");
    };
  }

  private static MissingTags missing(String word) {
    return switch (word == null ? "keep" : word) {
      case "keep" -> MissingTags.KEEP;
      case "retire" -> MissingTags.RETIRE;
      default ->
          throw RefusedRequest.badInput(
              "unknown-missing", "The parameter 'missing' is keep or retire.");
    };
  }

  private static Integer base(String base) {
    if (base == null || base.isEmpty()) {
      return null;
    }
    if (!base.matches("[0-9]{1,9}")) {
      throw RefusedRequest.badInput(
          "bad-number", "The parameter 'base' is the number of a version.");
    }
    return Integer.valueOf(base);
  }
}
