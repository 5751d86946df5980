package io.databot.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.databot.failure.InvalidRequestFailure;
import io.databot.state.Address.ModuleStep;
import io.databot.state.StateQuery.Element;
import io.databot.state.StateQuery.Field;
import io.databot.state.StateQuery.Step;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every address and query, and for every text that may be none. */
class AddressPropertyTest {

    private static final String GRAMMAR =
            "module. data. output. a b - _ ü [ ] \" \\ . 0 7 $${ %%{ ${ \\n \\u00fc \\U0001f600 ٣";

    @Property
    void whatIsPrintedIsReadAsTheSameAddress(@ForAll("addresses") Address address) {
        assertThat(Address.parse(address.toString())).isEqualTo(address);
    }

    @Property
    void whatIsPrintedIsReadAsTheSameModules(@ForAll("modules") List<ModuleStep> modules) {
        String text =
                String.join(".", modules.stream().map(ModuleStep::toString).toList());
        assertThat(Address.parseModule(text)).isEqualTo(modules);
    }

    @Property
    void whatIsPrintedIsReadAsTheSameQuery(@ForAll("queries") StateQuery query) {
        assertThat(StateQuery.parse(query.toString())).isEqualTo(query);
    }

    @Property
    void printedKeyIsOneLineOfPrintableCharacters(@ForAll("keys") InstanceKey key) {
        assertThat(key.toString().codePoints()).allMatch(Printable::contains);
    }

    @Property
    void textIsAnAddressOrRefused(@ForAll("texts") String text) {
        assertReadOrRefused(
                () -> assertThat(Address.parse(Address.parse(text).toString())).isEqualTo(Address.parse(text)));
    }

    @Property
    void textIsAQueryOrRefused(@ForAll("texts") String text) {
        assertReadOrRefused(() -> StateQuery.parse(text));
    }

    @Property
    void changedAddressIsAnAddressOrRefused(
            @ForAll("addresses") Address address, @ForAll("characters") int inserted, @ForAll int place) {
        StringBuilder text = new StringBuilder(address.toString());
        int at = Math.floorMod(place, text.length());
        text.replace(at, at + (place & 1), Character.toString(inserted));
        assertReadOrRefused(() -> Address.parse(text.toString()));
    }

    private static void assertReadOrRefused(Runnable reading) {
        assertThatNoException().isThrownBy(() -> {
            try {
                reading.run();
            } catch (InvalidRequestFailure refused) {
                assertThat(refused).hasMessageContaining("column");
            }
        });
    }

    @Provide
    Arbitrary<Integer> characters() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(0, Character.MAX_CODE_POINT),
                Arbitraries.integers().between(0, 0x2ff),
                Arbitraries.of("\"\\${}%[].\n\r\t \u00a0\u00ad\u200b\u2028\ufeff\u0301"
                        .chars()
                        .boxed()
                        .toList()));
    }

    /** Halves of surrogate pairs among them, and every template sequence. */
    @Provide
    Arbitrary<String> keyTexts() {
        Arbitrary<String> pieces = Arbitraries.oneOf(
                characters().map(Character::toString),
                Arbitraries.of("${", "%{", "$${", "%%{", "$%{", "\\", "\"", "\"]", "\\u0041", "e\u0301", "😀"));
        return pieces.list().ofMaxSize(12).map(list -> String.join("", list));
    }

    @Provide
    Arbitrary<InstanceKey> keys() {
        return Arbitraries.oneOf(
                Arbitraries.just(InstanceKey.NONE),
                Arbitraries.longs().greaterOrEqual(0).map(InstanceKey::of),
                keyTexts().map(InstanceKey::of));
    }

    /** Words of the grammar among them; every script. */
    @Provide
    Arbitrary<String> names() {
        Arbitrary<String> letters = characters()
                .filter(c -> AddressParser.isName("a" + Character.toString(c)))
                .map(Character::toString)
                .list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .map(list -> String.join("", list));
        return Arbitraries.oneOf(
                Arbitraries.strings()
                        .withCharRange('a', 'z')
                        .withChars("_-0123456789")
                        .ofMinLength(1)
                        .ofMaxLength(12),
                letters,
                Arbitraries.of("module", "data", "output", "0", "日本"));
    }

    @Provide
    Arbitrary<List<ModuleStep>> modules() {
        return Combinators.combine(names(), keys()).as(ModuleStep::new).list().ofMaxSize(4);
    }

    @Provide
    Arbitrary<Address> addresses() {
        Arbitrary<Address> all = Combinators.combine(
                        modules(), Arbitraries.of(ResourceMode.class), names(), names(), keys())
                .as(Address::new);
        // A provider named like a word of the grammar would make these types; Terraform could not read them either.
        Set<String> words = Set.of("module", "data");
        return all.filter(address -> address.mode() == ResourceMode.DATA || !words.contains(address.type()));
    }

    @Provide
    Arbitrary<StateQuery> queries() {
        Arbitrary<Step> fields = Arbitraries.oneOf(names(), keyTexts()).map(Field::new);
        Arbitrary<Step> elements = Arbitraries.longs().greaterOrEqual(0).map(Element::new);
        Arbitrary<List<Step>> paths = Arbitraries.oneOf(fields, elements).list().ofMaxSize(5);
        Arbitrary<StateQuery> ofOutputs = Combinators.combine(names(), paths)
                .as((name, path) -> new StateQuery(Optional.of(name), Optional.empty(), path));
        Arbitrary<StateQuery> ofAddresses = Combinators.combine(addresses(), paths)
                .as((address, path) -> new StateQuery(Optional.empty(), Optional.of(address), path));
        return Arbitraries.oneOf(ofOutputs, ofAddresses.filter(AddressPropertyTest::canBeWritten));
    }

    private static boolean canBeWritten(StateQuery query) {
        Address address = query.address().orElseThrow();
        boolean readsAsOutput = address.modules().isEmpty()
                && address.mode() == ResourceMode.MANAGED
                && address.type().equals("output");
        boolean readsAsKey = address.key().equals(InstanceKey.NONE)
                && !query.path().isEmpty()
                && query.path().get(0) instanceof Field first
                && !AddressParser.isName(first.name());
        return !readsAsOutput && !readsAsKey;
    }

    /** Mostly pieces of the grammar in some order. */
    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> pieces = Arbitraries.oneOf(
                Arbitraries.of(GRAMMAR.split(" ")), characters().map(Character::toString));
        return Arbitraries.oneOf(
                pieces.list().ofMaxSize(20).map(list -> String.join("", list)),
                Arbitraries.strings().all());
    }
}
