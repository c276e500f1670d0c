using System.Text.Json.Nodes;

namespace ConvenantGateway.Policy;

/// <summary>The schemas of a covenant, its decisions, its partners and officers.</summary>
internal sealed class CovenantShapes(SchemaCodes codes)
{
    public JsonObject Covenant() => Shape.Map(
        ("id!", Shape.Text()), ("title!", Shape.Text()), ("from!", Shape.Date()), ("until", Shape.Date()), ("reenactment", Shape.Date()),
        ("parties!", Shape.OneOrMore(codes.Partner())), ("purposes!", Shape.OneOrMore(codes.Purpose())), ("status-persons-per-hour", Shape.Number(1, 10_000)),
        ("rules!", Shape.OneOrMore(Shape.Text())), ("sign-offs", Shape.List(Shape.Map(("rule!", Shape.Text()), ("by!", Shape.Text()), ("date!", Shape.Date())))),
        ("regie", codes.Partner()), ("accessions", Shape.List(Shape.Map(("partner!", codes.Partner()), ("date!", Shape.Date()), ("declaration!", Shape.Text())))),
        ("withdrawals", Shape.List(Shape.Map(("partner!", codes.Partner()), ("date!", Shape.Date())))), ("voorafgaandOnderzoek", Shape.List(Investigation())),
        ("annexes", Shape.OneOrMore(Shape.Const("kindspoor"))),
        ("retention", Shape.List(Shape.Map(("id!", codes.RetentionRow()), ("years", Shape.Number(1, RetentionFile.MaxYears)), ("months", Shape.Number(1, RetentionFile.MaxYears * 12)), ("note", Shape.Text())))), ("note", Shape.Text()));

    public JsonObject Decision() => Shape.Map(
        ("id!", Shape.Text()), ("from!", codes.Partner()), ("recipients!", Shape.OneOrMore(codes.Partner())), ("purpose!", Shape.OneOrMore(codes.Purpose())),
        ("purposeLetter!", Shape.Of(["a", "b", "c", "d"])), ("interest!", Shape.Text()), ("categories!", SchemaCodes.Categories()), ("conditions", Shape.Text()),
        ("authority!", Shape.Text()), ("agreementDate!", Shape.Date()), ("valid-from!", Shape.Date()), ("valid-until!", Shape.Date()));

    public JsonObject Partner() => Shape.Map(
        ("id!", Shape.Text()), ("kind!", codes.Kind()), ("name!", Shape.Text()), ("region!", Shape.Text()), ("certificate-subject!", Shape.Text()), ("from", Shape.Date()),
        ("until", Shape.Date()), ("suspended", Shape.Flag()), ("register", Shape.Flag()), ("succeeded-by", codes.Partner()), ("processor-agreement", Shape.Text()),
        ("contact!", Shape.Map(("function!", Shape.Text()), ("telephone!", Shape.Text()))));

    public JsonObject Officer() => Shape.Map(
        ("id!", Shape.Text()), ("name!", Shape.Text()), ("role!", Shape.Of(CodeWords.Officers)), ("organisation", codes.Partner()), ("certificate-subject!", Shape.Text()));

    private JsonObject Investigation() => Shape.Map(
        ("rule!", Shape.Text()), ("partner!", codes.Partner()), ("onderdeel!", Shape.Of(CovenantFiles.Paragraphs)), ("meldnummer!", Shape.Text()), ("verklaring!", Shape.Const("rechtmatig")),
        ("datum!", Shape.Date()));
}
