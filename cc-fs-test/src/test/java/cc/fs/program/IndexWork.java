package cc.fs.program;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.store.NIOFSDirectory;

/**
 * A program that builds a Lucene index, searches in it and has Lucene check it.
 *
 * <p>Usage: {@code FOLDER mapped|read}.
 */
final class IndexWork {
    private static final int DOCUMENTS = 2000;
    private static final int DOCUMENTS_PER_COMMIT = 250;
    private static final int WORDS = 500;
    private static final long SEED = 20260101;

    private IndexWork() {}

    public static void main(String[] words) throws IOException {
        Path folder = Path.of(words[0]).resolve("index");
        try (Directory directory = words[1].equals("mapped") ? new MMapDirectory(folder) : new NIOFSDirectory(folder)) {
            build(directory);
            search(directory);
            check(directory);
        }
    }

    private static void build(Directory directory) throws IOException {
        Random random = new Random(SEED);
        // Merges in threads of their own would come at other moments in each run.
        IndexWriterConfig settings =
                new IndexWriterConfig(new StandardAnalyzer()).setMergeScheduler(new SerialMergeScheduler());
        try (IndexWriter writer = new IndexWriter(directory, settings)) {
            for (int i = 1; i <= DOCUMENTS; i++) {
                StringBuilder text = new StringBuilder();
                for (int w = random.nextInt(60); w >= 0; w--) {
                    text.append("word").append(random.nextInt(WORDS)).append(' ');
                }
                Document document = new Document();
                document.add(new StringField("id", "d" + i, Field.Store.YES));
                document.add(new TextField("text", text.toString(), Field.Store.YES));
                document.add(new NumericDocValuesField("length", text.length()));
                writer.addDocument(document);
                if (i % 7 == 0) {
                    writer.deleteDocuments(new Term("id", "d" + (i - 3)));
                }
                if (i % DOCUMENTS_PER_COMMIT == 0) {
                    writer.commit();
                }
            }
            writer.forceMerge(2);
        }
    }

    private static void search(Directory directory) throws IOException {
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            IndexSearcher searcher = new IndexSearcher(reader);
            long hits = 0;
            for (int i = 0; i < WORDS; i++) {
                hits += searcher.count(new TermQuery(new Term("text", "word" + i)));
            }
            System.out.println("documents " + reader.numDocs() + ", hits " + hits);
        }
    }

    private static void check(Directory directory) throws IOException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try (CheckIndex checker = new CheckIndex(directory)) {
            checker.setInfoStream(new PrintStream(said, true, StandardCharsets.UTF_8), false);
            CheckIndex.Status status = checker.checkIndex();
            System.out.println(
                    status.clean ? "index is clean" : "INDEX IS BROKEN: " + said.toString(StandardCharsets.UTF_8));
        }
    }
}
